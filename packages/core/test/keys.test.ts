// Objects correspond by the names of their parts, not by the order in which they list them.

import { describe, expect, test } from 'vitest';
import {
  adam,
  adamW,
  add,
  customGradient,
  grad,
  hvp,
  jvp,
  mul,
  type Operand,
  scan,
  square,
  sum,
  tree,
  vjp,
} from '../src/index.ts';

interface Pair {
  a: Operand;
  b: Operand;
}

const f = ({ a, b }: Pair): Operand => add(square(a), mul(3, b));

describe('keys in another order', () => {
  test('a tangent', () => {
    expect(jvp(f)([{ a: 2, b: 5 }], [{ b: 1, a: 10 }])).toEqual([19, 43]);
  });

  test('a direction', () => {
    const cubic = ({ a, b }: Pair): Operand => mul(square(a), b);
    expect(hvp(cubic)({ a: 2, b: 5 }, { b: 1, a: 0 })).toEqual({ a: 4, b: 0 });
  });

  test('an upstream gradient', () => {
    const parts = (x: Operand): Pair => ({ a: mul(x, 2), b: mul(x, 3) });
    expect(vjp(parts)([1], { b: 10, a: 1 })[1]).toEqual([32]);
  });

  test('what the rule of a custom gradient returns', () => {
    const own = customGradient(f, (_upstream: Operand, _value: Operand, _p: Pair) => [{ b: 7, a: 1 }]);
    expect(grad(own)({ a: 2, b: 5 })).toEqual({ a: 1, b: 7 });
  });

  test('the carry that a step returns', () => {
    const step = ({ a, b }: Pair, x: Operand) => [{ b: add(b, x), a: mul(a, 2) }, a] as const;
    const [carry] = scan(step, { a: 1, b: 10 } as Pair, [1, 2, 3]);
    expect(carry).toEqual({ a: 8, b: 16 });
    expect(Object.keys(carry)).toEqual(['a', 'b']);
  });

  test('a gradient and a state of an optimiser', () => {
    const optimiser = adam({ learningRate: 0.1 });
    const parameters = { a: 1, b: [1, 2] };
    const { step, mean, meanSquare } = optimiser.init(parameters);
    const swapped = { step, mean: { b: mean.b, a: mean.a }, meanSquare };
    expect(optimiser.update(parameters, { b: [1, 1], a: 3 }, swapped)).toEqual(
      optimiser.update(parameters, { a: 3, b: [1, 1] }, optimiser.init(parameters)),
    );
  });

  test('trees that are mapped together', () => {
    expect(tree.map((x: number, y: number) => x - y, { a: 5, b: [{ c: 1 }] }, { b: [{ c: 10 }], a: 2 })).toEqual({
      a: 3,
      b: [{ c: -9 }],
    });
  });

  test('other keys are another form', () => {
    expect(() => vjp(f)([{ a: 1, b: 2 }], { a: 1 } as never)).toThrow('vjp: expected an upstream gradient in the form');
    expect(() => hvp(f)({ a: 1, b: 2 }, { a: 1, c: 2 } as never)).toThrow('the tangent of argument 0 has another form');
    expect(() => jvp((p: Pair) => sum(p.a))([{ a: 1, b: 2 }], [{ a: 1, c: 2 } as never])).toThrow('of the same form');
  });
});

test('a weight decay of undefined is that of the default', () => {
  const [left, right] = [adamW({ weightDecay: undefined as never }), adamW()].map(
    (optimiser) => optimiser.update({ a: 1 }, { a: 0 }, optimiser.init({ a: 1 }))[0],
  );
  expect(left).toEqual(right);
  expect(left?.a).toBeLessThan(1);
});
