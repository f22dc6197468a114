// Reductions over every choice of axes.

import { argmax, argmin } from '../../functions/arg-extremes.ts';
import { mean, std, variance } from '../../functions/mean.ts';
import { norm } from '../../functions/norm.ts';
import { prod } from '../../functions/prod.ts';
import { logSoftmax, logSumExp, softmax } from '../../functions/softmax.ts';
import { exp } from '../../primitives/exp.ts';
import { max, min } from '../../primitives/extremes.ts';
import { mul } from '../../primitives/mul.ts';
import type { ReductionOptions } from '../../primitives/reduce.ts';
import { square } from '../../primitives/square.ts';
import { sub } from '../../primitives/sub.ts';
import { sum } from '../../primitives/sum.ts';
import type { Operand } from '../../tensor/operand.ts';
import { agrees } from '../agree.ts';
import type { Case } from '../api.ts';
import { array, fewWhole, floats, hardArray, sizes } from '../data.ts';
import { derivatives, everyWay, mapped } from '../exercise.ts';

type Reduction = (x: Operand, options?: ReductionOptions) => Operand;

const reductions: Readonly<Record<string, Reduction>> = {
  logSumExp,
  max,
  mean,
  min,
  norm,
  prod,
  std,
  sum,
  variance,
};

/** Those for which there is an answer for no numbers. */
const ofNothing = new Set(['mean', 'prod', 'std', 'sum', 'variance', 'norm']);

const choices: readonly (number | readonly number[])[] = [[], 0, 1, -1, [0, 1], [-1, 0], [1, 2], [0, 1, 2]];

function smooth(name: string, f: (x: Operand) => Operand, covers = [name]): Case[] {
  return floats.map((dtype) => ({
    name: `${name} of ${dtype}: every transform`,
    covers,
    run: (api) => {
      everyWay(api, (x = 0) => f(x), array(api, [2, 3, 5], dtype));
      derivatives(api, (x = 0) => f(x), array(api, [3, 130], dtype));
      derivatives(api, (x = 0) => f(x), hardArray(api, [4, 33], dtype));
    },
  }));
}

export const reductionCases: readonly Case[] = [
  ...Object.entries(reductions).flatMap(([name, f]) =>
    floats.map(
      (dtype): Case => ({
        name: `${name} of ${dtype} over every choice of axes`,
        covers: [name],
        run: (api) => {
          for (const axis of choices) {
            const x = array(api, [3, 4, 5], dtype);
            derivatives(api, (t = 0) => f(t, { axis }), x);
            agrees(api, (t: Operand) => f(t, { axis, keepDims: true }), [x]);
          }
          everyWay(api, (t = 0) => f(t), array(api, [7], dtype));
          mapped(api, (t = 0) => f(t, { axis: 0 }), array(api, [3, 2], dtype));
          for (const shape of [
            [1, 130],
            [130, 1],
            [2, 600],
            [600, 2],
            [3, 20, 11],
          ]) {
            for (const axis of [0, -1]) {
              const x = array(api, shape, dtype);
              agrees(api, (t: Operand) => f(t, { axis }), [x]);
              agrees(
                api,
                api.grad((t: Operand) => sum(f(t, { axis }))),
                [x],
              );
            }
          }
          agrees(api, (t: Operand) => f(t, { axis: 1 }), [hardArray(api, [9, 3], dtype)]);
          agrees(api, (t: Operand) => f(t), [hardArray(api, [600], dtype)]);
          if (dtype === 'f64') for (const x of [3, -0, Number.NaN]) agrees(api, (t: Operand) => f(t), [x]);
          if (!ofNothing.has(name)) return;
          for (const shape of [[0], [3, 0], [0, 3]]) {
            for (const axis of [0, -1]) derivatives(api, (t = 0) => f(t, { axis }), array(api, shape, dtype));
          }
        },
      }),
    ),
  ),
  ...floats.map(
    (dtype): Case => ({
      name: `sums of ${dtype} for every size, fused with what they sum`,
      covers: ['sum', 'mean', 'max', 'min'],
      run: (api) => {
        for (const size of sizes) {
          const x = hardArray(api, [size], dtype);
          agrees(api, (t: Operand) => sum(square(t)), [x]);
          if (size > 0) for (const f of [max, min]) agrees(api, (t: Operand) => f(sub(t, 1) as Operand), [x]);
        }
        for (const shape of [
          [0, 3],
          [9, 9],
          [2, 600],
          [600, 2],
        ]) {
          const row = array(api, shape.slice(-1), dtype, 4);
          for (const axis of [0, -1, [0, 1]]) {
            agrees(api, (t: Operand, r: Operand) => sum(square(sub(t, r)), { axis }), [array(api, shape, dtype), row]);
            agrees(
              api,
              api.grad((t: Operand, r: Operand) => sum(exp(mean(mul(t, r), { axis })))),
              [array(api, shape, dtype), row],
            );
          }
        }
      },
    }),
  ),
  {
    name: 'reductions of whole numbers and truth values',
    covers: [
      'sum',
      'prod',
      'max',
      'min',
      'mean',
      'variance',
      'argmax',
      'argmin',
      'std',
      'norm',
      'logSumExp',
      'softmax',
      'logSoftmax',
    ],
    run: (api) => {
      for (const shape of [[5], [3, 4], [2, 130]]) {
        const whole = hardArray(api, shape, 'i32');
        const truth = hardArray(api, shape, 'bool');
        for (const axis of [0, -1]) {
          for (const f of [sum, prod, mean, variance]) {
            agrees(api, (t: Operand) => f(t, { axis }), [whole]);
            agrees(api, (t: Operand) => f(t, { axis }), [truth]);
          }
          for (const f of [max, min, argmax, argmin, std, logSumExp, softmax, logSoftmax]) {
            agrees(api, (t: Operand) => f(t, { axis }), [whole]);
            agrees(api, (t: Operand) => f(t, { axis }), [truth]);
          }
          for (const f of [max, min]) mapped(api, (t = 0) => f(t, { axis, keepDims: true }), truth);
          for (const ord of [1, 2, Number.POSITIVE_INFINITY]) {
            agrees(api, (t: Operand) => norm(t, { ord, axis }), [whole]);
            agrees(api, (t: Operand) => norm(t, { ord, axis }), [truth]);
          }
        }
      }
      for (const dtype of ['i32', 'bool'] as const) {
        for (const f of [sum, prod]) agrees(api, (t: Operand) => f(t), [hardArray(api, [0], dtype)]);
      }
      for (const f of [sum, prod, max, min, mean, variance, std, norm, logSumExp, argmax]) {
        agrees(api, (t: Operand) => f(t), [true]);
      }
    },
  },
  {
    name: 'argmax and argmin: the first of equal numbers, NaN before all, every axis',
    covers: ['argmax', 'argmin'],
    run: (api) => {
      for (const f of [argmax, argmin]) {
        for (const dtype of floats) {
          for (const x of [
            hardArray(api, [3, 4, 5], dtype),
            api.tensor(fewWhole(60, 3), { shape: [3, 4, 5], dtype }),
          ]) {
            agrees(api, (t: Operand) => f(t), [x]);
            agrees(api, (t: Operand) => f(t, { keepDims: true }), [x]);
            for (const axis of [0, 1, -1]) {
              for (const keepDims of [true, false]) agrees(api, (t: Operand) => f(t, { axis, keepDims }), [x]);
            }
            mapped(api, (t = 0) => f(t, { axis: 1 }), x);
          }
          for (const size of [1, 2, 129, 700]) agrees(api, (t: Operand) => f(t), [array(api, [size], dtype)]);
        }
        agrees(api, (t: Operand) => f(t), [api.tensor([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY])]);
      }
    },
  },
  {
    name: 'variance and std with a divisor of one fewer, and norms of other orders',
    covers: ['variance', 'std', 'norm'],
    run: (api) => {
      const x = array(api, [3, 5]);
      for (const f of [variance, std]) {
        derivatives(api, (t = 0) => f(t, { axis: 1, ddof: 1 }), x);
        agrees(api, (t: Operand) => f(t, { axis: 1, ddof: 7 }), [x]);
      }
      for (const ord of [1, 2, Number.POSITIVE_INFINITY] as const) {
        for (const dtype of floats) {
          everyWay(api, (t = 0) => norm(t, { ord, axis: -1 }), array(api, [3, 5], dtype));
          derivatives(api, (t = 0) => norm(t, { ord }), api.tensor([0, 0, -0], { dtype }));
          agrees(api, (t: Operand) => norm(t, { ord, axis: 0, keepDims: true }), [hardArray(api, [9, 3], dtype)]);
        }
      }
    },
  },
  ...smooth('softmax', (x) => softmax(x)),
  ...smooth('logSoftmax', (x) => logSoftmax(x)),
  ...smooth('softmax over a first axis', (x) => softmax(x, { axis: 0 }), ['softmax']),
  ...smooth('logSoftmax over two axes', (x) => logSoftmax(x, { axis: [0, -1] }), ['logSoftmax']),
];
