// Bad input: each a sentence with expected, got, and where.

import { describe, expect, test } from 'vitest';
import {
  ArgumentError,
  add,
  compile,
  DTypeError,
  grad,
  greater,
  mul,
  type Operand,
  ShapeError,
  square,
  sub,
  sum,
  TraceError,
  tensor,
  tree,
  vmap,
} from '../src/index.ts';

const untyped = <T>(value: unknown): T => value as T;

describe('bad input', () => {
  const table: readonly (readonly [string, () => unknown, new (m: string) => Error, string])[] = [
    [
      'shapes that do not broadcast',
      () => add([1, 2, 3], [1, 2]),
      ShapeError,
      'add: f64[3] and f64[2] do not broadcast: axis -1 has sizes 3 and 2; expected equal sizes, or 1 in one of them',
    ],
    [
      'shapes that do not broadcast inside a function, with its own names',
      () => grad(({ a }: { a: Operand }, x: Operand) => sum(sub(a, x)))({ a: [1, 2] }, [1, 2, 3]),
      ShapeError,
      'sub: a of f64[2] and f64[3] do not broadcast',
    ],
    [
      'ragged arrays',
      () => tensor([[1, 2], [3]]),
      ShapeError,
      'expected a row of 2 at tensor: data[1], as in the rows before it, got a row of 1',
    ],
    ['numbers beside rows', () => tensor(untyped([[1, 2], 3])), ShapeError, 'expected a row of 2'],
    [
      'ragged arrays deep in a tree',
      () => grad((t: { w: Operand }) => sum(t.w))({ w: [[1], [2, 3]] }),
      ShapeError,
      'argument 0, .w: ragged array',
    ],
    [
      'a typed array whose length does not fit the shape',
      () => tensor(new Float64Array(3), { shape: [2, 2] }),
      ShapeError,
      'tensor: shape [2, 2] holds 4 elements, but the data has 3',
    ],
    [
      'a shape that is none',
      () => tensor([1], { shape: [-1] }),
      ShapeError,
      'tensor: expected a shape as a list of whole numbers, none negative, got [-1]',
    ],
    [
      'an unknown dtype',
      () => tensor([1], { dtype: untyped('f16') }),
      DTypeError,
      'expected dtype f64, f32, i32, bool, got "f16"',
    ],
    [
      'a string where a number belongs',
      () => add(untyped<Operand>('3'), 1),
      ArgumentError,
      'add: operand 0: expected a number',
    ],
    [
      'a string deep in a tree, with its path',
      () => grad((t: { a: Operand }) => square(t.a))({ a: untyped('2') }),
      ArgumentError,
      'argument 0, .a: expected a number, a boolean, an array of numbers, a Float64Array, Float32Array, Int32Array or Uint8Array, a tensor, or an object or tuple of these, got the string "2"',
    ],
    ['nothing at all', () => add(untyped<Operand>(undefined), 1), ArgumentError, 'got undefined'],
    ['a traced value in +', () => grad((x: number) => x + 1)(2), TraceError, 'write add(x, y)'],
    ['a traced value in <', () => grad((x: number) => (x < 1 ? x : 2))(2), TraceError, 'write where(less(x, y), …, …)'],
    ['a traced value in a string', () => grad((x: number) => Number(`${x}`))(2), TraceError, 'a string needs numbers'],
    [
      'an unused comparison',
      () => grad((x: number) => (greater(x, 0) ? x : 2))(2),
      TraceError,
      'is unused; an `if`, `while` or `!` cannot see the outcome of a traced comparison, write where(condition, a, b)',
    ],
    [
      'reading a traced tensor',
      () => grad((x: Operand) => (add(x, 1) as ReturnType<typeof tensor>).item())(1),
      TraceError,
      'item() needs numbers',
    ],
    [
      'the gradient of something that is not one number',
      () => grad((x: Operand) => square(x))([1, 2]),
      ShapeError,
      'grad: the function must return one number, got f64[2]',
    ],
    [
      'the gradient of a tuple',
      () => grad(untyped<(x: Operand) => Operand>((x: Operand) => ({ x })))(1),
      ShapeError,
      'got an object',
    ],
    [
      'the gradient by a truth value',
      () => grad((x: Operand) => add(x, 1))(true),
      DTypeError,
      'argument 0: expected f64 or f32',
    ],
    [
      'the gradient of a comparison',
      () => grad((x: Operand) => untyped<Operand>(greater(x, 0)))(1),
      DTypeError,
      'got bool',
    ],
    [
      'a traced value that outlives its function',
      () => {
        let kept: Operand = 0;
        grad((x: Operand) => {
          kept = x;
          return x;
        })(1);
        return add(kept, 1);
      },
      TraceError,
      'was used after the function it belongs to had been traced',
    ],
    [
      'an axis that is none',
      () => sum([1, 2], { axis: 1 }),
      ShapeError,
      'sum: axis 1 is not an axis of shape [2]; expected one from -1 to 0',
    ],
    ['an axis named twice', () => sum([[1, 2]], { axis: [0, -2] }), ShapeError, 'named twice'],
    ['vmap over a number', () => vmap((x: Operand) => x)(3), ShapeError, 'write null for it in inAxes'],
    [
      'vmap over axes of different sizes',
      () => vmap((x: Operand, y: Operand) => add(x, y))([1, 2], [1, 2, 3]),
      ShapeError,
      'argument 0 has 2, argument 1 has 3',
    ],
    ['vmap over nothing', () => vmap((x: Operand) => x, { inAxes: null })([1]), ArgumentError, 'maps over no argument'],
    [
      'inAxes of another form',
      () => vmap((t: { a: Operand }) => t.a, { inAxes: [{ b: 0 }] })({ a: [1] }),
      ArgumentError,
      "vmap: inAxes[0].a: expected an axis or null for 'a', got nothing",
    ],
    [
      'trees of different forms',
      () => tree.map((x: number) => x, { a: 1 }, { b: 1 }),
      ArgumentError,
      'tree 1 has another form',
    ],
  ];

  test.each(table)('%s: throws a sentence that says so', (_name, run, type, message) => {
    expect(run).toThrow(type);
    expect(run).toThrow(message);
  });

  test('an error in a traced function leaves nothing half-done: the next call works', () => {
    const f = compile((x: Operand) => mul(x, x));
    expect(() => grad((x: number) => x + 1)(2)).toThrow(TraceError);
    expect(f(3)).toBe(9);
    expect(grad((x: Operand) => mul(x, x))(3)).toBe(6);
  });

  test('a disposed tensor says that it was disposed', () => {
    const t = tensor([1, 2]);
    t.dispose();
    t.dispose();
    expect(() => t.toArray()).toThrow('this tensor was disposed');
    expect(() => add(t, 1)).toThrow('this tensor was disposed');
  });
});
