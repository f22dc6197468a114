// Constructors: tensors from a few numbers.

import { describe, expect, test } from 'vitest';
import {
  ArgumentError,
  arange,
  compile,
  DTypeError,
  eye,
  full,
  grad,
  linspace,
  mul,
  type Operand,
  ones,
  onesLike,
  ShapeError,
  sum,
  type Tensor,
  tensor,
  vmap,
  zeros,
  zerosLike,
} from '../src/index.ts';

const untyped = <T>(value: unknown): T => value as T;

describe('bad input', () => {
  const table: readonly (readonly [string, () => unknown, new (m: string) => Error, string])[] = [
    [
      'a negative size',
      () => zeros([2, -1]),
      ShapeError,
      'zeros: expected a shape as a list of whole numbers, none negative, got [2, -1]',
    ],
    ['a number for a shape', () => ones(untyped(3)), ShapeError, 'ones: expected a shape as a list of whole numbers'],
    ['a fraction', () => full([1.5], 0), ShapeError, 'full: expected a shape'],
    [
      'a dtype that is none',
      () => zeros([1], { dtype: untyped('f16') }),
      DTypeError,
      'zeros: expected dtype f64, f32, i32, bool, got "f16"',
    ],
    [
      'a value that does not broadcast',
      () => full([3], [1, 2]),
      ShapeError,
      'full: shape [2] does not broadcast to [3]',
    ],
    [
      'a step of 0',
      () => arange(0, 5, 0),
      ArgumentError,
      'arange: expected a step other than 0; full(shape, value) repeats one number',
    ],
    [
      'an end that is not finite',
      () => arange(Number.POSITIVE_INFINITY),
      ArgumentError,
      'arange: expected finite numbers',
    ],
    ['no end', () => untyped<() => unknown>(arange)(), ArgumentError, 'got undefined'],
    [
      'an end that is traced',
      () => grad((n: number) => sum(arange(n)))(3),
      ArgumentError,
      'known before the function is run, got an array or a traced value',
    ],
    ['bounds that are not finite', () => linspace(0, Number.NaN), ArgumentError, 'linspace: expected finite numbers'],
    [
      'half a number of points',
      () => linspace(0, 1, 2.5),
      ArgumentError,
      'linspace: expected num as a whole number from 0 on, got 2.5',
    ],
    [
      'a negative size of the identity',
      () => eye(-1),
      ArgumentError,
      'eye: expected n as a whole number from 0 on, got -1',
    ],
  ];
  test.each(table)('%s: throws a sentence that says so', (_name, run, type, message) => {
    expect(run).toThrow(type);
    expect(run).toThrow(message);
  });
});

describe('constructors', () => {
  test('zeros, ones and full hold one number everywhere, f64 unless told', () => {
    expect(zeros([2, 3]).toArray()).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect(ones([2], { dtype: 'i32' }).toTypedArray()).toEqual(Int32Array.of(1, 1));
    expect(full([2], 2.5).toTypedArray()).toEqual(Float64Array.of(2.5, 2.5));
    expect(full([2], 2.5, { dtype: 'i32' }).toArray()).toEqual([2, 2]);
    expect(full([2], true).toArray()).toEqual([true, true]);
    expect(full([2], true, { dtype: 'f32' }).toTypedArray()).toEqual(Float32Array.of(1, 1));
    expect(zeros([]).item()).toBe(0);
    expect(zeros([0, 3]).shape).toEqual([0, 3]);
  });

  test('full repeats an array, and gradients flow back to a traced value', () => {
    expect(full([2, 2], [1, 2]).toArray()).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect(full([2], [1.5, 2], { dtype: 'i32' }).toTypedArray()).toEqual(Int32Array.of(1, 2));
    expect(grad((x: Operand) => sum(mul(full([3], x), [1, 2, 3])))(2)).toBe(6);
  });

  test('arange counts as NumPy does', () => {
    expect(arange(4).toArray()).toEqual([0, 1, 2, 3]);
    expect(arange(2, 5).toArray()).toEqual([2, 3, 4]);
    expect(arange(5, 0, -2).toArray()).toEqual([5, 3, 1]);
    expect(arange(0, 1, 0.3).toArray()).toEqual([0, 0.3, 0.6, 0.3 * 3]);
    expect(arange(3, 3).toArray()).toEqual([]);
    expect(arange(5, 1).toArray()).toEqual([]);
    expect(arange(3, { dtype: 'i32' }).dtype).toBe('i32');
    expect(arange(1, 3, { dtype: 'f32' }).toTypedArray()).toEqual(Float32Array.of(1, 2));
    expect(arange(1, 6, 2, { dtype: 'i32' }).toTypedArray()).toEqual(Int32Array.of(1, 3, 5));
  });

  test('linspace gives both ends exactly, or leaves the last one out', () => {
    expect(linspace(0, 1, 5).toArray()).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(linspace(0, 1, 4, { endpoint: false }).toArray()).toEqual([0, 0.25, 0.5, 0.75]);
    expect(linspace(0, 1).size).toBe(50);
    expect(linspace(3, 4, 1).toArray()).toEqual([3]);
    expect(linspace(3, 4, 0).toArray()).toEqual([]);
    for (const n of [3, 7, 11, 49, 1000]) expect((linspace(-0.1, 0.7, n).toArray() as number[]).at(-1)).toBe(0.7);
  });

  test('eye is the identity, also where it is not square', () => {
    expect(eye(2).toArray()).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(eye(2, 3).toArray()).toEqual([
      [1, 0, 0],
      [0, 1, 0],
    ]);
    expect(eye(3, 2, { dtype: 'i32' }).toArray()).toEqual([
      [1, 0],
      [0, 1],
      [0, 0],
    ]);
    expect(eye(1, { dtype: 'f32' }).dtype).toBe('f32');
    expect(eye(0).shape).toEqual([0, 0]);
    expect(eye(4, 1).toArray()).toEqual([[1], [0], [0], [0]]);
  });

  test('inside traced functions they are constants', () => {
    const f = (x: Operand): Operand => sum(mul(x, arange(3)));
    expect(compile(f)([1, 1, 1])).toMatchObject({ size: 1 });
    expect(grad(f)([1, 1, 1])).toEqual([0, 1, 2]);
  });
});

describe('zerosLike and onesLike', () => {
  test('have the shape and dtype of what they are like', () => {
    expect(zerosLike(3)).toBe(0);
    expect(onesLike(false)).toBe(true);
    expect(zerosLike([[1, 2]]).toArray()).toEqual([[0, 0]]);
    expect(onesLike(tensor([1, 2], { dtype: 'i32' })).toTypedArray()).toEqual(Int32Array.of(1, 1));
    expect(onesLike(Float32Array.of(3)).toTypedArray()).toEqual(Float32Array.of(1));
    expect(zerosLike(tensor([1], { dtype: 'bool' })).toArray()).toEqual([false]);
  });

  test('are constants of traced values: no gradient flows through them', () => {
    expect(grad((x: Operand) => sum(mul(x, onesLike(x))))([1, 2])).toEqual([1, 1]);
    expect(grad((x: Operand) => sum(onesLike(x)))([1, 2])).toEqual([0, 0]);
    expect(vmap((x: Tensor) => zerosLike(x))([[1, 2]]).toArray()).toEqual([[0, 0]]);
    expect(compile((x: number) => onesLike(x))(3)).toBe(1);
  });
});
