// The suite as data, free of any test runner: every operation and every transform, every dtype and every size at an edge.

import type { Case } from './api.ts';
import { constructorCases } from './cases/constructors.ts';
import { elementwiseCases } from './cases/elementwise.ts';
import { indexingCases } from './cases/indexing.ts';
import { learningCases } from './cases/learning.ts';
import { lectureCases } from './cases/lecture.ts';
import { loopCases } from './cases/loops.ts';
import { productCases } from './cases/products.ts';
import { randomCases } from './cases/random.ts';
import { reductionCases } from './cases/reductions.ts';
import { ruleCases } from './cases/rules.ts';
import { transformCases } from './cases/transforms.ts';
import { viewCases } from './cases/views.ts';
import { wholeCases } from './cases/whole.ts';

/** Everything that must hold, bit for bit, on every backend. */
export const conformance: readonly Case[] = [
  ...lectureCases,
  ...elementwiseCases,
  ...wholeCases,
  ...reductionCases,
  ...viewCases,
  ...indexingCases,
  ...productCases,
  ...transformCases,
  ...loopCases,
  ...ruleCases,
  ...constructorCases,
  ...randomCases,
  ...learningCases,
];
