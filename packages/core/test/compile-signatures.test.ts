// What a compiled function does when it is called again with something else: it is traced anew where the form, the dtype
// or a shape differs, and gives the same as the function itself.

import { expect, test } from 'vitest';
import {
  add,
  astype,
  compile,
  grad,
  mul,
  type Operand,
  sin,
  sum,
  type Tensor,
  tensor,
  tree,
  vmap,
} from '../src/index.ts';

const untyped = <T>(value: unknown): T => value as T;

/** Calls a compiled function with each argument, twice round, and counts how often it was traced. */
function traces(f: (x: never) => unknown, args: readonly unknown[]): number {
  let count = 0;
  const compiled = compile((x: never) => {
    count++;
    return f(x);
  });
  const plain = (result: unknown): unknown => (typeof result === 'object' ? (result as Tensor).toArray() : result);
  for (const arg of [...args, ...args]) expect(plain(compiled(arg as never))).toEqual(plain(f(arg as never)));
  return count;
}

const doubled = (x: Operand): Operand => mul(astype(x, 'f64'), 2);

test.each<[name: string, args: readonly unknown[], forms: number]>([
  ['numbers', [1, 2, -0], 1],
  ['truth values and numbers', [true, 1, false], 2],
  ['typed arrays of several lengths and dtypes', [Float64Array.of(1), Float64Array.of(1, 2), Int32Array.of(1), 1], 4],
  [
    'nested arrays of several shapes and kinds',
    [[1], [1, 2], [[1], [2]], [[1, 2]], [true, false], [false, true], [[true], [false]]],
    6,
  ],
  ['tensors of several shapes and dtypes', [tensor([1, 2]), tensor([3, 4]), tensor([1]), tensor([true]), [1]], 4],
])('a function that meets %s is traced once for each form', (_name, args, forms) => {
  expect(traces(doubled as never, args)).toBe(forms);
});

test('trees of several forms are told apart', () => {
  const total = (one: unknown): Operand =>
    tree.leaves(one).reduce((result: Operand, leaf) => mul(2, add(result, sum(doubled(leaf as Operand)))), 0);
  const trees = [
    { a: 1 },
    { b: 2 },
    { a: 1, b: 2 },
    { a: 1, b: [1, 2] },
    [tensor(1), 2],
    [tensor(1), 2, 3],
    5,
    { a: 3 },
  ];
  expect(traces(total as never, trees)).toBe(7);
});

/** sin(… sin(x₀ + x₁ + …)), so many times. */
const sines =
  (times: number) =>
  (x: Operand): Operand =>
    Array.from({ length: times }).reduce((result: Operand) => sin(result), sum(x));

test.each([
  [
    'few numbers',
    3,
    [
      [0.5],
      new Float64Array(8).fill(0.1),
      tensor([
        [0.1, 0.2],
        [0.3, 0.4],
      ]),
      [[0.1], [0.2]],
      [true, false],
    ],
  ],
  [
    'lists too long to be read one by one',
    3,
    [new Array(9).fill(0.1), new Float64Array(9).fill(0.1), tensor(new Array(9).fill(0.1))],
  ],
  ['more instructions than are written out', 300, [0.5, [0.5, 0.25]]],
] as [string, number, readonly unknown[]][])('a number is computed from %s', (_name, times, args) => {
  expect(traces(sines(times) as never, args)).toBe(args.length);
});

test('more forms than are remembered still give right results', () => {
  const f = compile((x: Operand) => sum(x));
  for (let round = 0; round < 2; round++) {
    for (let n = 1; n <= 40; n++) expect(Number(untyped<Tensor>(f(new Float64Array(n).fill(1))).item())).toBe(n);
  }
});

test('inside another transform a compiled function is traced with it', () => {
  const cube = compile((x: Operand): Operand => mul(x, mul(x, x)));
  expect(grad(cube)(2)).toBe(12);
  expect(untyped<Tensor>(vmap(cube)([1, 2])).toArray()).toEqual([1, 8]);
  // Also where it reads the traced value of a function around it instead of taking it.
  expect(grad((y: Operand) => compile((x: Operand) => mul(x, y))(3))(5)).toBe(3);
});
