// Tensors made from nothing: their numbers by the formula, on every dtype, placed where the backend computes.

import { onesLike, zerosLike } from '../../functions/like.ts';
import { add } from '../../primitives/add.ts';
import { mul } from '../../primitives/mul.ts';
import { sum } from '../../primitives/sum.ts';
import { type DType, dtypes } from '../../shape/dtype.ts';
import { type Shape, sizeOf } from '../../shape/shape.ts';
import type { Operand, Tensor } from '../../tensor/operand.ts';
import { agrees, ConformanceError, dense, sameBits } from '../agree.ts';
import type { Case } from '../api.ts';
import { allDTypes, array, hardArray } from '../data.ts';
import { mapped } from '../exercise.ts';

/** Throws unless a tensor has this type, these numbers rounded to it, and can be computed with. */
function holds(what: string, tensor: Tensor, shape: Shape, dtype: DType, element: (i: number) => number): void {
  if (tensor.dtype !== dtype) throw new ConformanceError(`${what}: expected ${dtype}, got ${tensor.dtype}`);
  const elements = Array.from({ length: sizeOf(shape) }, (_, i) => dtypes[dtype].round(element(i)));
  sameBits(what, { shape, elements }, dense(tensor));
  sameBits(`${what}, computed with`, { shape, elements }, dense(mul(tensor, dtype === 'bool' ? true : 1)));
}

export const constructorCases: readonly Case[] = [
  {
    name: 'constructors give the numbers of their formulas, in every dtype',
    covers: ['zeros', 'ones', 'full', 'arange', 'linspace', 'eye'],
    run: (api) => {
      for (const dtype of allDTypes) {
        for (const shape of [[], [0], [5], [2, 3], [2, 0, 3], [130]]) {
          if (dtype === 'bool') continue;
          holds('zeros', api.zeros(shape, { dtype }), shape, dtype, () => 0);
          holds('ones', api.ones(shape, { dtype }), shape, dtype, () => 1);
          holds('full', api.full(shape, 2.75, { dtype }), shape, dtype, () => 2.75);
        }
        if (dtype === 'bool') continue;
        holds('arange', api.arange(5, { dtype }), [5], dtype, (i) => i);
        holds('arange', api.arange(-1, 2, 0.5, { dtype }), [6], dtype, (i) => -1 + i * 0.5);
        holds('arange', api.arange(3, 0, -1, { dtype }), [3], dtype, (i) => 3 - i);
        holds('arange', api.arange(3, 0, { dtype }), [0], dtype, () => 0);
        for (const [n, m] of [
          [3, 3],
          [2, 5],
          [5, 2],
          [0, 3],
        ] as const) {
          holds('eye', api.eye(n, m, { dtype }), [n, m], dtype, (i) => Number(Math.floor(i / m) === i % m));
        }
      }
      for (const dtype of ['f64', 'f32'] as const) {
        holds('linspace', api.linspace(-1, 1, 5, { dtype }), [5], dtype, (i) => -1 + i / 2);
        holds('linspace', api.linspace(0, 1, 4, { dtype, endpoint: false }), [4], dtype, (i) => i / 4);
        holds('linspace', api.linspace(2, 9, 1, { dtype }), [1], dtype, () => 2);
      }
      const last = api.linspace(0, 0.1, 7).toTypedArray()[6];
      if (last !== 0.1) throw new ConformanceError(`linspace: expected 0.1 at the end, got ${last}`);
    },
  },
  {
    name: 'full repeats a traced value, and what is like an operand has its type',
    covers: ['full', 'zerosLike', 'onesLike'],
    run: (api) => {
      agrees(api, (x: Operand) => api.full([3, 2], x), [array(api, [2])]);
      agrees(api, (x: Operand) => api.full([3], x, { dtype: 'f32' }), [0.1]);
      agrees(
        api,
        api.grad((x: Operand) => sum(api.full([3], mul(x, x) as Operand))),
        [1.5],
      );
      for (const f of [zerosLike, onesLike] as readonly ((x: Operand) => Operand)[]) {
        for (const dtype of allDTypes) {
          for (const shape of [[], [0], [3], [2, 130]]) agrees(api, f, [hardArray(api, shape, dtype)]);
          mapped(api, (x = 0) => f(x), hardArray(api, [2, 3], dtype));
        }
        for (const x of [2, true]) agrees(api, f, [x]);
        agrees(
          api,
          api.grad((x: Operand) => sum(mul(x, add(f(x), 3)) as Operand)),
          [array(api, [3])],
        );
      }
    },
  },
];
