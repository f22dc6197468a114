// What is computed twice is computed once, and only that.

import { expect, test } from 'vitest';
import { add, div, mul, neg, type Operand, program, scan, slice, sub, sum } from '../src/index.ts';

type F = (x: Operand, y: Operand) => Operand | readonly Operand[];

/** The number of equations that an optimised program has, those of its loops' steps not counted. */
function equations(f: F, x: unknown, y: unknown): number {
  const traced = program(f as (x: unknown, y: unknown) => Operand)(x as never, y as never);
  return String(traced.optimised()).match(/^ {2}\S.* = /gm)?.length ?? 0;
}

test.each<[string, number, F]>([
  ['the same operands', 2, (x, y) => add(mul(x, y), mul(x, y))],
  ['operands in another order are other operands', 3, (x, y) => add(sub(x, y), sub(y, x))],
  ['operands that turn out to be the same', 3, (x, y) => add(neg(mul(x, y)), neg(mul(x, y)))],
  ['another operation', 3, (x, y) => add(mul(x, y), div(x, y))],
  ['equal numbers', 2, (x) => add(mul(x, 3), mul(x, 3))],
  ['NaN', 2, (x) => add(mul(x, Number.NaN), mul(x, Number.NaN))],
  ['other numbers', 2, (x) => [mul(x, 3), mul(x, 4)]],
  ['0 and −0', 2, (x) => [mul(x, 0), mul(x, -0)]],
])('of numbers: %s', (_name, count, f) => {
  expect(equations(f, 5, 7)).toBe(count);
});

const times =
  (factor: number, length: number): F =>
  (x) =>
    scan((carry: Operand, _x: null) => [mul(carry, factor), carry] as const, x as never, null, {
      length,
    })[0] as Operand;

test.each<[string, number, F]>([
  ['equal slices', 1, (x) => [slice(x, [0], [2]), slice(x, [0], [2])]],
  ['slices from other places', 2, (x) => [slice(x, [0], [2]), slice(x, [1], [3])]],
  ['sums over equal axes', 1, (x) => [sum(x, { axis: 0 }), sum(x, { axis: -1 })]],
  ['equal loops', 1, (x) => [times(2, 3)(x, 0) as Operand, times(2, 3)(x, 0) as Operand]],
  ['loops of another length', 2, (x) => [times(2, 3)(x, 0) as Operand, times(2, 4)(x, 0) as Operand]],
  ['loops with another step', 2, (x) => [times(2, 3)(x, 0) as Operand, times(3, 3)(x, 0) as Operand]],
])('of arrays: %s', (_name, count, f) => {
  expect(equations(f, [1, 2, 3], 0)).toBe(count);
});

test('very many equations of one kind on one array are told apart', () => {
  const many = 20_000;
  const places = Array.from({ length: many }, (_, i) => i);
  const all: F = (x) => places.map((i) => slice(x, [i], [i + 1])).concat(places.map((i) => slice(x, [i], [i + 1])));
  expect(
    equations(
      all,
      Array.from({ length: many }, () => 0),
      0,
    ),
  ).toBe(many);
});
