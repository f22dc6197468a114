// Functions of each element: every one of them on both float dtypes, on hard numbers and ordinary ones.

import { clip, reciprocal, relu } from '../../functions/activations.ts';
import { abs } from '../../primitives/abs.ts';
import { acos } from '../../primitives/acos.ts';
import { acosh } from '../../primitives/acosh.ts';
import { add } from '../../primitives/add.ts';
import { asin } from '../../primitives/asin.ts';
import { asinh } from '../../primitives/asinh.ts';
import { atan } from '../../primitives/atan.ts';
import { atan2 } from '../../primitives/atan2.ts';
import { atanh } from '../../primitives/atanh.ts';
import { cbrt } from '../../primitives/cbrt.ts';
import { ceil } from '../../primitives/ceil.ts';
import { greater, less } from '../../primitives/compare.ts';
import { cos } from '../../primitives/cos.ts';
import { cosh } from '../../primitives/cosh.ts';
import { div } from '../../primitives/div.ts';
import { erf } from '../../primitives/erf.ts';
import { erfc } from '../../primitives/erfc.ts';
import { exp } from '../../primitives/exp.ts';
import { exp2 } from '../../primitives/exp2.ts';
import { expm1 } from '../../primitives/expm1.ts';
import { floor } from '../../primitives/floor.ts';
import { log } from '../../primitives/log.ts';
import { log1p } from '../../primitives/log1p.ts';
import { log2 } from '../../primitives/log2.ts';
import { log10 } from '../../primitives/log10.ts';
import { logAddExp } from '../../primitives/logAddExp.ts';
import { maximum } from '../../primitives/maximum.ts';
import { minimum } from '../../primitives/minimum.ts';
import { mul } from '../../primitives/mul.ts';
import { neg } from '../../primitives/neg.ts';
import { pow } from '../../primitives/pow.ts';
import { rem } from '../../primitives/rem.ts';
import { round } from '../../primitives/round.ts';
import { sigmoid } from '../../primitives/sigmoid.ts';
import { sign } from '../../primitives/sign.ts';
import { sin } from '../../primitives/sin.ts';
import { sinh } from '../../primitives/sinh.ts';
import { softplus } from '../../primitives/softplus.ts';
import { sqrt } from '../../primitives/sqrt.ts';
import { square } from '../../primitives/square.ts';
import { stopGradient } from '../../primitives/stop-gradient.ts';
import { sub } from '../../primitives/sub.ts';
import { sum } from '../../primitives/sum.ts';
import { tan } from '../../primitives/tan.ts';
import { tanh } from '../../primitives/tanh.ts';
import { where } from '../../primitives/where.ts';
import type { Operand } from '../../tensor/operand.ts';
import { agrees } from '../agree.ts';
import type { Api, Case } from '../api.ts';
import { floats, generator, mixed, ordinary, sizes, truths, whole } from '../data.ts';
import { derivatives, mapped } from '../exercise.ts';

type Unary = (x: Operand) => Operand;
type Binary = (x: Operand, y: Operand) => Operand;

/** By the name that it is exported under. */
const unary: Readonly<Record<string, Unary>> = {
  abs,
  acos,
  acosh,
  asin,
  asinh,
  atan,
  atanh,
  cbrt,
  ceil,
  cos,
  cosh,
  erf,
  erfc,
  exp,
  exp2,
  expm1,
  floor,
  log,
  log1p,
  log2,
  log10,
  neg,
  reciprocal,
  relu,
  round,
  sigmoid,
  sign,
  sin,
  sinh,
  softplus,
  sqrt,
  square,
  stopGradient,
  tan,
  tanh,
};

const binary: Readonly<Record<string, Binary>> = {
  add,
  atan2,
  div,
  logAddExp,
  maximum,
  minimum,
  mul,
  pow,
  rem,
  sub,
};

/** With one operand known while tracing, and in chains that kernels fuse. */
const forms: readonly (readonly [string, Unary])[] = [
  ['exp(x)', exp],
  ['−x', neg],
  ['pow(x, 3)', (x) => pow(x, 3)],
  ['pow(x, 2)', (x) => pow(x, 2)],
  ['pow(2, x)', (x) => pow(2, x)],
  ['1 / x', (x) => div(1, x)],
  ['x where x > 0, else exp(x)', (x) => where(greater(x, 0), x, exp(x))],
  ['clip(x, −1, 2)', (x) => clip(x, -1, 2)],
];

/** Numbers in [−1.5, 1.5), where the functions with bounds have theirs. */
function nearOne(length: number, seed: number): Float64Array<ArrayBuffer> {
  const next = generator(seed);
  return Float64Array.from({ length }, () => 1.5 * next());
}

function runUnary(api: Api, f: Unary, dtype: 'f64' | 'f32'): void {
  for (const numbers of [mixed(131, 5), nearOne(130, 6), ordinary(3, 7), ordinary(1, 8), ordinary(0, 9)]) {
    derivatives(api, f, api.tensor(numbers, { dtype }));
  }
  agrees(api, (x: Operand) => sum(f(x)), [api.tensor(ordinary(700, 3), { dtype })]);
  mapped(api, f, api.tensor(nearOne(6, 4), { shape: [2, 3], dtype }));
}

function runBinary(api: Api, f: Binary, dtype: 'f64' | 'f32'): void {
  const tensor = (numbers: Float64Array<ArrayBuffer>, shape: readonly number[] = [numbers.length]) =>
    api.tensor(numbers, { dtype, shape });
  for (const size of [0, 1, 131]) derivatives(api, f as never, tensor(mixed(size, 5)), tensor(mixed(size, 8)));
  derivatives(api, f as never, tensor(ordinary(130, 5)), tensor(nearOne(130, 8)));
  for (const [left, right] of [
    [[3, 1], [4]],
    [[4], [3, 1]],
    [
      [2, 1, 3],
      [5, 1],
    ],
    [[], [3, 3]],
    [[2, 3], []],
    [[0, 3], [1]],
    [[1, 1], [1]],
  ] as const) {
    const size = (shape: readonly number[]): number => shape.reduce((product: number, n) => product * n, 1);
    derivatives(api, f as never, tensor(ordinary(size(left), 3), left), tensor(ordinary(size(right), 4), right));
  }
  agrees(api, f, [tensor(mixed(40, 2)), 0.3]);
  agrees(api, f, [0.3, tensor(mixed(40, 2))]);
  agrees(api, (x: Operand) => f(x, x), [tensor(mixed(40, 2))]);
  mapped(api, f as never, tensor(ordinary(6, 4), [2, 3]), tensor(ordinary(3, 5)));
}

const plain: readonly number[] = [0.7, -0, 3, Number.NaN, Number.NEGATIVE_INFINITY, 1];

export const elementwiseCases: readonly Case[] = [
  ...floats.flatMap((dtype): Case[] => [
    ...Object.entries(unary).map(
      ([name, f]): Case => ({
        name: `${name} on ${dtype}: values, both modes, second derivatives, mapped`,
        covers: [name],
        run: (api) => {
          runUnary(api, f, dtype);
        },
      }),
    ),
    ...Object.entries(binary).map(
      ([name, f]): Case => ({
        name: `${name} on ${dtype}: values, derivatives, broadcasting, mapped`,
        covers: [name],
        run: (api) => {
          runBinary(api, f, dtype);
        },
      }),
    ),
    ...forms.map(
      ([name, f]): Case => ({
        name: `${name} on ${dtype} for every size: values, sums and gradients`,
        covers: ['clip', 'where'],
        run: (api) => {
          for (const size of sizes) {
            const x = api.tensor(mixed(size, size + 1), { dtype });
            agrees(api, f, [x]);
            agrees(api, (t: Operand) => sum(f(t)), [x]);
            agrees(
              api,
              api.grad((t: Operand) => sum(f(t))),
              [x],
            );
          }
        },
      }),
    ),
    {
      name: `where and clip on ${dtype}: the condition, the bounds and both branches broadcast`,
      covers: ['where', 'clip', 'less'],
      run: (api) => {
        const x = api.tensor(mixed(12, 3), { dtype, shape: [3, 4] });
        const row = api.tensor(ordinary(4, 4), { dtype });
        const column = api.tensor(ordinary(3, 5), { dtype, shape: [3, 1] });
        derivatives(api, (a = 0, b = 0, c = 0) => where(less(a, b), b, c), x, row, column);
        derivatives(api, (a = 0, b = 0, c = 0) => where(less(b, c), a, 0.25), x, row, column);
        derivatives(api, (a = 0, b = 0, c = 0) => clip(a, minimum(b, c), maximum(b, c)), x, row, column);
        mapped(api, (a = 0, b = 0) => where(less(a, b), b, a), x, row);
        agrees(api, (t: Operand) => where(t, 1, -1), [x]);
        agrees(api, (t: Operand, u: Operand) => where(u, t, 0), [row, api.tensor(truths(4, 1), { dtype: 'bool' })]);
        agrees(api, (t: Operand) => where(true, t, 0), [row]);
      },
    },
  ]),
  ...Object.entries(unary).map(
    ([name, f]): Case => ({
      name: `${name} of plain numbers, whole numbers and truth values`,
      covers: [name],
      run: (api) => {
        for (const x of plain) agrees(api, f, [x]);
        agrees(api, f, [api.tensor(whole(20, 1), { dtype: 'i32' })]);
        agrees(api, f, [api.tensor(truths(5, 1), { dtype: 'bool' })]);
      },
    }),
  ),
  ...Object.entries(binary).map(
    ([name, f]): Case => ({
      name: `${name} of plain numbers, and where dtypes meet`,
      covers: [name],
      run: (api) => {
        for (const x of plain) for (const y of plain) agrees(api, f, [x, y]);
        const dtypes = ['f64', 'f32', 'i32', 'bool'] as const;
        for (const left of dtypes) {
          for (const right of dtypes) {
            const tensor = (dtype: (typeof dtypes)[number], seed: number) =>
              api.tensor(dtype === 'i32' ? whole(9, seed) : dtype === 'bool' ? truths(9, seed) : mixed(9, seed), {
                dtype,
              });
            agrees(api, f, [tensor(left, 1), tensor(right, 2)]);
          }
          agrees(api, (x: Operand) => f(x, 2), [api.tensor(whole(9, 3), { dtype: left })]);
          agrees(api, (x: Operand) => f(0.5, x), [api.tensor(whole(9, 3), { dtype: left })]);
        }
      },
    }),
  ),
];
