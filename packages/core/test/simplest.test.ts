// Operations at their simplest: on single numbers, on one array, on all of an array, on what is nothing.

import { describe, expect, test } from 'vitest';
import {
  ArgumentError,
  adam,
  argsort,
  compile,
  concatenate,
  grad,
  greater,
  logicalNot,
  type Operand,
  slice,
  sort,
  split,
  sum,
  type Tensor,
  TraceError,
  take,
  tensor,
  tree,
  vmap,
  where,
} from '../src/index.ts';
import { typescriptBackend } from '../src/typescript/backend.ts';

const untyped = <T>(value: unknown): T => value as T;
const list = (result: unknown): unknown => (Array.isArray(result) ? result : (result as Tensor).toArray());

test('where chooses between plain numbers', () => {
  expect(where(true, 1, 2)).toBe(1);
  expect(where(greater(1, 2), 1, 2)).toBe(2);
});

test('one array alone is concatenated to itself, and all of an array is a slice of it', () => {
  expect(list(concatenate([[1, 2]]))).toEqual([1, 2]);
  expect(list(slice([1, 2], [0], [2]))).toEqual([1, 2]);
});

test('places to split at may be counted from the end', () => {
  expect(split([1, 2, 3, 4], [-3, -1]).map(list)).toEqual([[1], [2, 3], [4]]);
});

test('truth values are arrays, elements and results like numbers', () => {
  const truth = tensor(true);
  expect([truth.dtype, truth.item()]).toEqual(['bool', 1]);
  expect(list(take([true, false], [1, 0, 1]))).toEqual([false, true, false]);
  const not = compile((x: Operand) => logicalNot(x));
  expect(not(true)).toBe(false);
  expect(list(not(tensor([true, false])))).toEqual([false, true]);
});

describe('NaN comes last where numbers are sorted, and equals keep their order', () => {
  const numbers = [3, Number.NaN, 1, Number.NaN, -0, 0, 1];
  test('in values', () => {
    expect(list(sort(numbers))).toEqual([-0, 0, 1, 1, 3, Number.NaN, Number.NaN]);
  });
  test('in places', () => {
    expect(list(argsort(numbers))).toEqual([4, 5, 2, 6, 0, 1, 3]);
    expect(list(compile((x: Operand) => argsort(x))(tensor(numbers)))).toEqual([4, 5, 2, 6, 0, 1, 3]);
  });
});

test('what does not depend on the mapped argument is repeated', () => {
  expect(list(vmap(untyped<(x: Operand) => Operand>(() => 3))([1, 2]))).toEqual([3, 3]);
});

test('a traced array can be taken apart, a traced number cannot', () => {
  const first = untyped<(x: Operand) => Operand>(([x]: Iterable<Operand>) => sum(x as Operand));
  expect(list(grad(first)([1, 2]))).toEqual([1, 0]);
  expect(() => grad(first)(1)).toThrow('a traced scalar (f64) has no parts to destructure or iterate over');
});

test('comparisons in a loop that nothing reads are found before they are very many', () => {
  const endless = (x: Operand): Operand => {
    while (greater(x, 0));
    return x;
  };
  expect(() => grad(endless)(1)).toThrow(TraceError);
  expect(() => grad(endless)(1)).toThrow('cannot see the outcome of a traced comparison, write where(condition, a, b)');
});

test('a state that no optimiser made, and trees of different forms, are refused', () => {
  const { update } = adam({ learningRate: 0.1 });
  expect(() => update({ a: 1 }, { a: 1 }, untyped(5))).toThrow(
    'adam: expected the state that init or the last update gave, got 5',
  );
  expect(() => tree.map((a: number) => a, { a: 1 }, { b: 1 })).toThrow(ArgumentError);
});

test('a prepared plan refuses inputs that are not those it was prepared for', () => {
  const slots = [
    { dtype: 'f64', length: 2 },
    { dtype: 'f64', length: 1 },
  ] as const;
  const plan = typescriptBackend.prepare({ inputs: 2, slots, steps: [], outputs: [{ slot: 0, placement: 'host' }] });
  expect(plan.run([Float64Array.of(1, 2), 3])).toEqual([Float64Array.of(1, 2)]);
  expect(() => plan.run([1, 3])).toThrow('input 0 of the plan is an array, got the number 1');
  expect(() => plan.run([Float64Array.of(1, 2)])).toThrow('the plan takes 2 inputs, got 1');
});
