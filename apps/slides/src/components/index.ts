// Every picture, and what the gallery says of it. Importing this file registers their elements.

import { doc as activationCurve } from './activation-curve.ts';
import { doc as bitStrip } from './bit-strip.ts';
import { doc as compositionPlots } from './composition-plots.ts';
import { doc as dataEntry } from './data-entry.ts';
import { doc as decisionField } from './decision-field.ts';
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
import { doc as neuronGraph } from './neuron-graph.ts';
import { doc as nudgeChain } from './nudge-chain.ts';
import { doc as nudgeLines } from './nudge-lines.ts';
import { doc as numberField } from './number-field.ts';
import { doc as pathTiles } from './path-tiles.ts';
import { doc as rateCliff } from './rate-cliff.ts';
import { doc as relayLanes } from './relay-lanes.ts';
import { doc as stretchedInterval } from './stretched-interval.ts';
import { doc as surfaceCuts } from './surface-cuts.ts';
import { doc as textField } from './text-field.ts';
import { doc as timingPlot } from './timing-plot.ts';
import { doc as trainingCurve } from './training-curve.ts';
import { doc as wigglePlot } from './wiggle-plot.ts';

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
  pathTiles,
  wigglePlot,
  bitStrip,
  relayLanes,
  neuronGraph,
  activationCurve,
  decisionField,
  trainingCurve,
  timingPlot,
  goalSketch,
  dataEntry,
  numberField,
  textField,
];
