// The types that users see.

import { expectTypeOf, test } from 'vitest';
import { add, grad, greater, mul, type Operand, sum, type Tensor, tensor, valueAndGrad, vmap } from '../src/index.ts';

test('plain numbers give numbers, anything else a tensor, and an operand either', () => {
  expectTypeOf(add(1, 2)).toEqualTypeOf<number>();
  expectTypeOf(add([1], 2)).toEqualTypeOf<Tensor>();
  expectTypeOf(greater(1, 2)).toEqualTypeOf<boolean>();
  expectTypeOf(sum(tensor([1]))).toEqualTypeOf<Tensor>();
});

test('a gradient has the type of what it is the gradient of', () => {
  const f = (x: Operand): Operand => sum(mul(x, x));
  expectTypeOf(grad(f)(2)).toEqualTypeOf<number>();
  expectTypeOf(grad(f)(Float64Array.of(1))).toEqualTypeOf<Float64Array<ArrayBuffer>>();
  expectTypeOf(grad(f)(tensor([1]))).toEqualTypeOf<Tensor>();
  expectTypeOf(grad(f)([1, 2])).toEqualTypeOf<number[]>();
  expectTypeOf(grad(grad(grad((x: number) => mul(x, x))))(2)).toEqualTypeOf<number>();
  const line = (p: { a: Operand; b: Operand }, x: Operand): Operand => sum(add(mul(p.a, x), p.b));
  expectTypeOf(valueAndGrad(line)({ a: 2, b: [1] }, 3)).toEqualTypeOf<
    [value: number, gradient: { a: number; b: number[] }]
  >();
  expectTypeOf(vmap(grad(line))({ a: [1, 2], b: [1, 2] }, [1, 2])).toEqualTypeOf<{ a: Tensor; b: Tensor }>();
});
