// What NumPy answers where it is easily missed: whole numbers, truth values, plain numbers, the ends of ranges. The values
// are those of NumPy 2.4 (fmod for rem); of i32 beside f32 the dtype is f32, as in JAX.

import { describe, expect, test } from 'vitest';
import * as cr from '../src/index.ts';

const i32 = (...numbers: number[]): cr.Tensor => cr.tensor(numbers, { dtype: 'i32' });
const truths = (...values: boolean[]): cr.Tensor => cr.tensor(values);
const huge = 2 ** 31 - 1;
const { NaN: nan, POSITIVE_INFINITY: inf } = Number;

type Row = readonly [name: string, run: () => cr.Operand, value: unknown, dtype: cr.DType];

const rows: readonly Row[] = [
  ['the mean of whole numbers whose sum is none', () => cr.mean(i32(huge, huge)), huge, 'f64'],
  ['their variance', () => cr.variance(i32(huge, -huge)), huge ** 2, 'f64'],
  ['their deviation', () => cr.std(i32(huge, -huge)), huge, 'f64'],
  ['the length of whole numbers', () => cr.norm(i32(30000, 40000)), 50000, 'f64'],
  ['the sum of their magnitudes', () => cr.norm(i32(-huge, huge), { ord: 1 }), 2 * huge, 'f64'],
  ['the largest magnitude', () => cr.norm(i32(-(2 ** 31), 1), { ord: inf }), 2 ** 31, 'f64'],
  ['log Σ exp of far whole numbers', () => cr.logSumExp(i32(huge, -huge)), huge, 'f64'],
  ['the softmax of far whole numbers', () => cr.softmax(i32(huge, -huge)), [1, 0], 'f64'],
  ['the logarithm of it', () => cr.logSoftmax(i32(huge, -huge)), [0, -2 * huge], 'f64'],
  ['the squared error of whole numbers', () => cr.mse(i32(huge), i32(-huge)), (2 * huge) ** 2, 'f64'],
  ['whole numbers that are not close', () => cr.allClose(i32(huge), i32(-huge)), false, 'bool'],
  ['log Σ exp of truth values', () => cr.logSumExp(truths(false, false)), cr.log(2), 'f64'],
  [
    'whether any holds',
    () =>
      cr.max(
        [
          [true, false],
          [false, false],
        ] as const,
        { axis: 1 },
      ),
    [true, false],
    'bool',
  ],
  ['whether all hold', () => cr.min(truths(true, false)), false, 'bool'],
  ['the first that holds', () => cr.argmax(truths(false, true, true)), 1, 'i32'],
  ['the first that does not', () => cr.argmin(truths(true, false)), 1, 'i32'],
  ['the first of the largest', () => cr.argmax([1, nan, 5, nan]), 1, 'i32'],
  ['the product of no truth values', () => cr.prod(cr.tensor([], { dtype: 'bool' })), 1, 'i32'],
  ['the signs of whole numbers', () => cr.sign(i32(-5, 0, huge)), [-1, 0, 1], 'i32'],
  ['the floor of whole numbers', () => cr.floor(i32(-5, huge)), [-5, huge], 'i32'],
  ['the ceiling of whole numbers', () => cr.ceil(i32(-5, huge)), [-5, huge], 'i32'],
  ['whole numbers rounded', () => cr.round(i32(-5, huge)), [-5, huge], 'i32'],
  ['halves rounded to even', () => cr.round([-2.5, -0.5, 0.5, 1.5, 2.5]), [-2, -0, 0, 2, 2], 'f64'],
  ['the remainder of whole numbers', () => cr.rem(i32(-7, 7, -7, 7), i32(3, 3, -3, -3)), [-1, 1, -1, 1], 'i32'],
  ['the remainder by a plain whole number', () => cr.rem(i32(-7, 8), 3), [-1, 2], 'i32'],
  ['the remainder by a fraction', () => cr.rem(i32(7), 2.5), [2], 'f64'],
  ['the remainder of whole numbers by 0', () => cr.rem(i32(7), i32(0)), [0], 'i32'],
  ['the remainder at the end of the range', () => cr.rem(i32(-(2 ** 31)), i32(-1)), [0], 'i32'],
  ['whole numbers, evenly spaced', () => cr.linspace(-1, 1, 4, { dtype: 'i32' }), [-1, -1, 0, 1], 'i32'],
  ['zeros around a list', () => cr.pad([1, 2], 1), [0, 1, 2, 0], 'f64'],
  [
    'one pair for all axes',
    () => cr.pad([[1]], [[1, 0]]),
    [
      [0, 0],
      [0, 1],
    ],
    'f64',
  ],
  ['parts that begin before others', () => cr.concatenate(cr.split([1, 2, 3], [2, 1])), [1, 2, 2, 3], 'f64'],
  ['close infinities', () => cr.allClose([inf, -inf], [inf, -inf]), true, 'bool'],
  ['an infinity and a large number', () => cr.allClose([1e308], [inf]), false, 'bool'],
  ['a NaN beside a NaN', () => cr.allClose([nan], [nan], { equalNaN: true }), true, 'bool'],
  ['no numbers are all close', () => cr.allClose([], []), true, 'bool'],
  ['the mean of nothing', () => cr.mean([]), nan, 'f64'],
  ['the product of nothing', () => cr.prod([]), 1, 'f64'],
  ['the largest beside a NaN', () => cr.max([1, nan, inf]), nan, 'f64'],
  ['log Σ exp with infinities', () => cr.logSumExp([inf, -inf, 3]), inf, 'f64'],
  ['log Σ exp of nothing but −∞', () => cr.logSumExp([-inf, -inf]), -inf, 'f64'],
];

const traced = (run: () => cr.Operand): unknown => cr.compile((_: number) => run())(0);

describe('as NumPy answers', () => {
  for (const [name, run, value, dtype] of rows) {
    test(name, () => {
      for (const found of [run(), traced(run)] as cr.Tensor[]) {
        expect(found.toArray()).toEqual(value);
        expect(found.dtype).toBe(dtype);
      }
    });
  }
});

describe('of plain numbers and truth values', () => {
  test.each([
    ['any', () => cr.any(0), false],
    ['any of a truth value', () => cr.any(true), true],
    ['all', () => cr.all(2), true],
    ['allClose', () => cr.allClose(1, 2), false],
    ['allClose of equal ones', () => cr.allClose(1, 1), true],
    ['logSumExp', () => cr.logSumExp(2), 2],
    ['sum of a truth value', () => cr.sum(true), 1],
    ['prod of a truth value', () => cr.prod(true), 1],
    ['mean of a truth value', () => cr.mean(true), 1],
    ['variance of a truth value', () => cr.variance(true), 0],
    ['max of a truth value', () => cr.max(true), 1],
    ['norm of a truth value', () => cr.norm(true), 1],
    ['norm', () => cr.norm(-3, { ord: 1 }), 3],
    ['rem', () => cr.rem(-7, 3), -1],
  ] satisfies (readonly [string, () => unknown, unknown])[])(
    '%s gives a plain one, as its type says',
    (_name, run, value) => {
      expect(run()).toBe(value);
    },
  );

  test('so `if` sees whether numbers are close', () => {
    expect(cr.allClose(1, 2) ? 'close' : 'apart').toBe('apart');
  });
});
