// The deck, in order: the main line, each slide followed by what hangs below it, then the appendix.

import { engineRelay } from './appendix/engine-relay.ts';
import { oneNeuron } from './appendix/one-neuron.ts';
import { smallNetwork } from './appendix/small-network.ts';
import { algorithm } from './descent/algorithm.ts';
import { beforeAndAfter } from './descent/before-and-after.ts';
import { derivativeA, derivativeB } from './descent/derivative.ts';
import { descent } from './descent/descent.ts';
import { modelAndLoss } from './descent/model-and-loss.ts';
import { oneStep } from './descent/one-step.ts';
import { trainingData } from './descent/training-data.ts';
import { fanOut } from './graph/fan-out.ts';
import { forwardBackward } from './graph/forward-backward.ts';
import { oneNodeSlide } from './graph/one-node.ts';
import { regressionGraphSlide } from './graph/regression-graph.ts';
import { multivariableChain } from './multivariable/multivariable-chain.ts';
import { title } from './opening/title.ts';
import type { Slide } from './slide.ts';

export const slides: readonly Slide[] = [
  title,
  modelAndLoss,
  trainingData,
  algorithm,
  derivativeA,
  derivativeB,
  oneStep,
  beforeAndAfter,
  descent,
  multivariableChain,
  oneNodeSlide,
  forwardBackward,
  fanOut,
  regressionGraphSlide,
  engineRelay,
  oneNeuron,
  smallNetwork,
];
