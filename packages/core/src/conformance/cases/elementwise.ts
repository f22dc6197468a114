// Functions of each element: every one of them on both float dtypes, on hard numbers and ordinary ones.

import { clip } from '../../functions/activations.ts';
import { abs } from '../../primitives/abs.ts';
import { add } from '../../primitives/add.ts';
import { greater, less } from '../../primitives/compare.ts';
import { div } from '../../primitives/div.ts';
import { exp } from '../../primitives/exp.ts';
import { maximum } from '../../primitives/maximum.ts';
import { minimum } from '../../primitives/minimum.ts';
import { mul } from '../../primitives/mul.ts';
import { neg } from '../../primitives/neg.ts';
import { pow } from '../../primitives/pow.ts';
import { sub } from '../../primitives/sub.ts';
import { sum } from '../../primitives/sum.ts';
import { where } from '../../primitives/where.ts';
import type { Operand } from '../../tensor/operand.ts';
import { agrees } from '../agree.ts';
import type { Api, Case } from '../api.ts';
import { floats, generator, mixed, ordinary, sizes, truths, whole } from '../data.ts';
import { derivatives, mapped } from '../exercise.ts';
import { binary } from '../table/binary.ts';
import { unary } from '../table/unary.ts';

type Unary = (x: Operand) => Operand;
type Binary = (x: Operand, y: Operand) => Operand;

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

/** What looks like the operand, or like a number, and is so for some numbers only; and what is so for all. */
const identities: readonly Unary[] = [
  (x) => add(x, 0),
  (x) => add(x, -0),
  (x) => sub(x, 0),
  (x) => sub(x, -0),
  (x) => sub(0, x),
  (x) => sub(x, x),
  (x) => mul(x, 0),
  (x) => mul(x, 1),
  (x) => mul(x, -1),
  (x) => mul(mul(3, x), -1),
  (x) => mul(mul(x, 0), -1),
  (x) => div(x, 1),
  (x) => div(0, x),
  (x) => div(x, x),
  (x) => neg(neg(x)),
  (x) => neg(sub(1, x)),
  (x) => sub(mul(x, 1), mul(1, x)),
  (x) => pow(x, 1),
  (x) => pow(x, 0),
  (x) => pow(x, 2),
  (x) => pow(x, 0.5),
  (x) => maximum(x, x),
  (x) => maximum(x, 0),
  (x) => minimum(x, -0),
  (x) => abs(abs(x)),
  (x) => where(less(x, 0), x, x),
  (x) => add(add(x, 0), add(0, x)),
  (x) => sum(mul(x, 0)),
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
    ...unary.map(
      ({ of: name, f }): Case => ({
        name: `${name} on ${dtype}: values, both modes, second derivatives, mapped`,
        covers: [name],
        run: (api) => {
          runUnary(api, f, dtype);
        },
      }),
    ),
    ...binary.map(
      ({ of: name, f }): Case => ({
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
      name: `what looks like an identity on ${dtype} is one only where it holds for every number`,
      covers: ['add', 'sub', 'mul', 'div', 'neg', 'pow', 'maximum', 'minimum', 'abs', 'where'],
      run: (api) => {
        for (const f of identities) {
          agrees(api, f, [api.tensor(mixed(72, 1), { dtype })]);
          for (const x of [-0, 0, Number.NaN, Number.POSITIVE_INFINITY]) agrees(api, f, [x]);
          agrees(
            api,
            api.grad((x: Operand) => sum(f(x))),
            [api.tensor([-0, 0, 2, Number.NaN, Number.NEGATIVE_INFINITY, 5e-324], { dtype })],
          );
        }
      },
    },
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
  ...unary.map(
    ({ of: name, f }): Case => ({
      name: `${name} of plain numbers, whole numbers and truth values`,
      covers: [name],
      run: (api) => {
        for (const x of plain) agrees(api, f, [x]);
        agrees(api, f, [api.tensor(whole(20, 1), { dtype: 'i32' })]);
        agrees(api, f, [api.tensor(truths(5, 1), { dtype: 'bool' })]);
      },
    }),
  ),
  ...binary.map(
    ({ of: name, f }): Case => ({
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
