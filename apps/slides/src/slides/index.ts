// The deck, in order: the main line, each slide followed by what hangs below it, then the appendix.

import { bothBackends } from './appendix/both-backends.ts';
import { engineRelay } from './appendix/engine-relay.ts';
import { oneNeuron } from './appendix/one-neuron.ts';
import { smallNetwork } from './appendix/small-network.ts';
import { chainComposite } from './chain/chain-composite.ts';
import { chainExample } from './chain/chain-example.ts';
import { chainInterval } from './chain/chain-interval.ts';
import { valleyOfH } from './chain/valley-of-h.ts';
import { algorithm } from './descent/algorithm.ts';
import { beforeAndAfter } from './descent/before-and-after.ts';
import { derivativeA, derivativeB } from './descent/derivative.ts';
import { descent } from './descent/descent.ts';
import { learningRateCliff } from './descent/learning-rate-cliff.ts';
import { modelAndLoss } from './descent/model-and-loss.ts';
import { oneStep } from './descent/one-step.ts';
import { threeValleys } from './descent/three-valleys.ts';
import { trainingData } from './descent/training-data.ts';
import { brokenNode } from './graph/broken-node.ts';
import { fanOut } from './graph/fan-out.ts';
import { forwardBackward } from './graph/forward-backward.ts';
import { oneNodeSlide } from './graph/one-node.ts';
import { regressionGraphSlide } from './graph/regression-graph.ts';
import { sumOverPaths } from './graph/sum-over-paths.ts';
import { wiggleAnyNode } from './graph/wiggle-any-node.ts';
import { multivariableChain } from './multivariable/multivariable-chain.ts';
import { concepts } from './opening/concepts.ts';
import { goals } from './opening/goals.ts';
import { title } from './opening/title.ts';
import { partialBoth } from './partial/both.ts';
import { partialKnives } from './partial/knives.ts';
import { partialNotation } from './partial/notation.ts';
import { partialSlice } from './partial/slice.ts';
import type { Slide } from './slide.ts';
import { summary } from './summary/summary.ts';

export const slides: readonly Slide[] = [
  title,
  goals,
  concepts,

  partialNotation,
  partialSlice,
  partialBoth,
  partialKnives,

  modelAndLoss,
  trainingData,
  threeValleys,
  algorithm,
  derivativeA,
  derivativeB,
  oneStep,
  beforeAndAfter,
  descent,
  learningRateCliff,

  chainComposite,
  chainExample,
  chainInterval,
  valleyOfH,

  multivariableChain,

  oneNodeSlide,
  forwardBackward,
  fanOut,
  sumOverPaths,
  regressionGraphSlide,
  wiggleAnyNode,
  brokenNode,

  summary,

  engineRelay,
  oneNeuron,
  smallNetwork,
  bothBackends,
];
