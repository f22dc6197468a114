// The deck, in order.

import { algorithm } from './algorithm.ts';
import { beforeAndAfter } from './before-and-after.ts';
import { derivativeA, derivativeB } from './derivative.ts';
import { descent } from './descent.ts';
import { modelAndLoss } from './model-and-loss.ts';
import { oneStep } from './one-step.ts';
import type { Slide } from './slide.ts';
import { title } from './title.ts';
import { trainingData } from './training-data.ts';

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
];
