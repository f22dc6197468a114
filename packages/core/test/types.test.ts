// The types that users see: what a strict program gets without a cast.

import { describe, expectTypeOf, test } from 'vitest';
import {
  adam,
  add,
  allClose,
  any,
  clip,
  compile,
  concatenate,
  crossEntropy,
  exp,
  grad,
  greater,
  hessian,
  hvp,
  jacobian,
  jvp,
  logSumExp,
  matmul,
  max,
  maximum,
  mean,
  minimum,
  mul,
  norm,
  type Operand,
  random,
  relu,
  scan,
  sin,
  softmax,
  split,
  square,
  stack,
  sub,
  sum,
  type Tensor,
  tanh,
  tensor,
  valueAndGrad,
  vjp,
  vmap,
  where,
} from '../src/index.ts';

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

describe('without a cast', () => {
  const rows = [
    [1, 2],
    [3, 4],
  ];

  test('operations nest, whatever their operands', () => {
    const deep = (x: Operand) => sum(square(tanh(add(matmul(x, x), x))));
    expectTypeOf(deep).returns.toEqualTypeOf<Tensor>();
    const plain = (x: number) => exp(mul(sin(x), clip(x, 0, 1)));
    expectTypeOf(plain).returns.toEqualTypeOf<number>();
    const either = (x: Operand): Operand => mul(maximum(x, 0), exp(minimum(x, 3)));
    expectTypeOf(either(1)).toEqualTypeOf<Operand>();
    expectTypeOf(where(greater([1], 2), 1, 2)).toEqualTypeOf<Tensor>();
    expectTypeOf(where(greater(1, 2), 1, 2)).toEqualTypeOf<number>();
    expectTypeOf(add(rows, [1, 2] as const)).toEqualTypeOf<Tensor>();
  });

  test('a function of its own that is generic keeps plain numbers plain', () => {
    function distance<A extends Operand, B extends Operand>(x: A, y: B) {
      return minimum(square(sub(x, y)), 3);
    }
    expectTypeOf(distance(1, 2)).toEqualTypeOf<number>();
    expectTypeOf(distance([1], 2)).toEqualTypeOf<Tensor>();
  });

  test('results of plain numbers are plain', () => {
    expectTypeOf(logSumExp(1)).toEqualTypeOf<number>();
    expectTypeOf(norm(1, { ord: 1 })).toEqualTypeOf<number>();
    expectTypeOf(max(true)).toEqualTypeOf<number>();
    expectTypeOf(allClose(1, 2)).toEqualTypeOf<boolean>();
    expectTypeOf(any(1)).toEqualTypeOf<boolean>();
  });

  test('parts are folded, layers stacked, sums kept in a variable', () => {
    expectTypeOf(split(tensor([1, 2]), 2).reduce((a, b) => mul(a, b))).toEqualTypeOf<Tensor>();
    const network = (layers: readonly { w: Tensor; b: Tensor }[], x: Tensor) =>
      layers.reduce((h, { w, b }) => relu(add(matmul(h, w), b)), x);
    expectTypeOf(network).returns.toEqualTypeOf<Tensor>();
    let total: Operand = 0;
    for (const row of rows) total = add(total, sum(row));
    expectTypeOf(total).toExtend<Operand>();
    expectTypeOf(stack([1, 2, tensor(3)])).toEqualTypeOf<Tensor>();
    expectTypeOf(concatenate([[1, 2], tensor([3])])).toEqualTypeOf<Tensor>();
    expectTypeOf(crossEntropy(softmax(rows), [0, 1])).toEqualTypeOf<Tensor>();
  });

  test('transforms are called with plain values and inside each other', () => {
    const total = (x: Operand) => sum(square(x));
    expectTypeOf(jvp((x: number) => sin(x))([1], [1])).toEqualTypeOf<[value: number, tangent: number]>();
    expectTypeOf(vjp((x: Operand) => sin(x))([2], 1)[1][0]).toEqualTypeOf<number>();
    expectTypeOf(hvp(total)([1, 2], [1, 0])).toEqualTypeOf<number[]>();
    expectTypeOf(hessian(total)([1, 2])).toEqualTypeOf<Tensor>();
    expectTypeOf(jacobian((x: Operand) => sin(x))([1, 2])).toEqualTypeOf<Tensor>();
    const inner = grad((x: Operand) => sum(mul(grad(total)(x), jvp(total)([x], [x])[1])));
    expectTypeOf(inner([1, 2])).toEqualTypeOf<number[]>();
    const [carry] = scan((c: number, x: number) => [add(c, x), c], 0, [1, 2, 3]);
    expectTypeOf(carry).toEqualTypeOf<number>();
  });

  test('a step of training is written and compiled', () => {
    interface Line {
      w: Operand;
      b: Operand;
    }
    const loss = ({ w, b }: Line, x: Operand, y: Operand) => mean(square(sub(add(matmul(x, w), b), y)));
    const optimiser = adam({ learningRate: 0.1 });
    const parameters = { w: [[1], [2]], b: [0] };
    const [value, gradient] = valueAndGrad(loss)(parameters, rows, [[1], [2]]);
    expectTypeOf(value).toEqualTypeOf<number>();
    const [next, state] = optimiser.update(parameters, gradient, optimiser.init(parameters));
    expectTypeOf(next).toEqualTypeOf<{ w: number[][]; b: number[] }>();
    const step = compile((p: Line, s: ReturnType<typeof optimiser.init<Line>>, x: Operand, y: Operand) =>
      optimiser.update(p, grad(loss)(p, x, y), s),
    );
    step(parameters, state, rows, [[1], [2]]);
  });

  test('keys are split by destructuring', () => {
    const [first, second] = random.split(random.key(1));
    expectTypeOf(first).toEqualTypeOf<Tensor | undefined>();
    if (second !== undefined) expectTypeOf(random.normal(second, [2])).toEqualTypeOf<Tensor>();
  });
});
