// Every picture, and what the gallery says of it. Importing this file registers their elements.

import { doc as compositionPlots } from './composition-plots.ts';
import { doc as dataEntry } from './data-entry.ts';
import { doc as differenceValley } from './difference-valley.ts';
import type { PictureDoc } from './doc.ts';
import { doc as functionSurface } from './function-surface.ts';
import { doc as goalSketch } from './goal-sketch.ts';
import { doc as gradientArrow } from './gradient-arrow.ts';
import { doc as gradientNode } from './gradient-node.ts';
import { doc as gradientSum } from './gradient-sum.ts';
import { doc as ledgerGraph } from './ledger-graph.ts';
import { doc as linePlot } from './line-plot.ts';
import { doc as lossContours } from './loss-contours.ts';
import { doc as lossCurve } from './loss-curve.ts';
import { doc as lossSlice } from './loss-slice.ts';
import { doc as lossValleys } from './loss-valleys.ts';
import { doc as nudgeChain } from './nudge-chain.ts';
import { doc as nudgeLines } from './nudge-lines.ts';
import { doc as numberField } from './number-field.ts';
import { doc as rateCliff } from './rate-cliff.ts';
import { doc as stretchedInterval } from './stretched-interval.ts';
import { doc as surfaceCuts } from './surface-cuts.ts';
import { doc as textField } from './text-field.ts';

export const docs: readonly PictureDoc[] = [
  functionSurface,
  surfaceCuts,
  gradientArrow,
  linePlot,
  lossContours,
  lossSlice,
  lossCurve,
  lossValleys,
  gradientSum,
  rateCliff,
  nudgeChain,
  compositionPlots,
  stretchedInterval,
  differenceValley,
  nudgeLines,
  gradientNode,
  ledgerGraph,
  goalSketch,
  dataEntry,
  numberField,
  textField,
];
