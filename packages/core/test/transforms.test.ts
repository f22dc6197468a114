// What JAX's users take for granted of transforms: hasAux at each of them, trees matched by their keys, and no complaint
// about comparisons that only a transform leaves unused.

import { describe, expect, test } from 'vitest';
import {
  ArgumentError,
  adam,
  add,
  compile,
  customGradient,
  grad,
  greater,
  hessian,
  hvp,
  jacobian,
  jvp,
  mul,
  type Operand,
  scan,
  sin,
  square,
  sum,
  type Tensor,
  tree,
  vjp,
  vmap,
} from '../src/index.ts';

const untyped = <T>(value: unknown): T => value as T;

interface Pair {
  readonly p: Operand;
  readonly q: Operand;
}

const product = ({ p, q }: Pair): Operand => mul(square(p), q);

describe('trees are matched by their keys, in whatever order these are written', () => {
  test('tangents and directions', () => {
    expect(jvp(product)([{ p: 2, q: 3 }], [{ q: 10, p: 1 }])).toEqual([12, 52]);
    expect(hvp(product)({ p: 2, q: 3 }, { q: 0, p: 1 })).toEqual({ p: 6, q: 4 });
  });

  test('upstream gradients', () => {
    const both = (x: Operand): Pair => ({ p: mul(x, 2), q: mul(x, 3) });
    expect(vjp(both)([1], { q: 10, p: 1 })).toEqual([{ p: 2, q: 3 }, [32]]);
  });

  test('what the rule of a customGradient returns', () => {
    const f = customGradient(product, (upstream) => [{ q: mul(upstream, 5), p: mul(upstream, 7) }]);
    expect(grad(f)({ p: 1, q: 2 })).toEqual({ p: 7, q: 5 });
  });

  test('the carry of a scan', () => {
    interface Carry {
      readonly p: number;
      readonly q: number;
    }
    const step = ({ p, q }: Carry): readonly [Carry, number] => [{ q: mul(p, q), p: q }, p];
    const [carry, ys] = scan(step, { p: 2, q: 3 }, null, { length: 3 });
    expect(carry).toEqual({ p: 18, q: 108 });
    expect((ys as unknown as Tensor).toArray()).toEqual([2, 3, 6]);
  });

  test('trees in tree.map and gradients in an optimiser', () => {
    expect(
      tree.map((x: number, y: number) => x - y, { a: 1, b: [2, { c: 3 }] }, { b: [20, { c: 30 }], a: 10 }),
    ).toEqual({
      a: -9,
      b: [-18, { c: -27 }],
    });
    const optimiser = adam({ learningRate: 0.1 });
    const weights = { a: 1, b: [2, 3] };
    const state = optimiser.init(weights);
    expect(optimiser.update(weights, { b: [1, 0], a: -1 }, state)).toEqual(
      optimiser.update(weights, { a: -1, b: [1, 0] }, state),
    );
  });

  test('other keys are an error, not another order', () => {
    const both = (x: Operand): Pair => ({ p: x, q: x });
    expect(() => vjp(both)([1], untyped({ p: 1, r: 2 }))).toThrow(
      'vjp: expected an upstream gradient in the form of the result, an object with p, q, got an object with p, r',
    );
    expect(() => hvp(product)({ p: 2, q: 3 }, untyped({ p: 1, r: 2 }))).toThrow(ArgumentError);
    expect(() => jvp(product)([{ p: 2, q: 3 }], [untyped({ p: 1 })])).toThrow(ArgumentError);
    expect(() => grad(customGradient(product, (u) => [{ p: u, r: u }]))({ p: 1, q: 2 })).toThrow(ArgumentError);
  });

  test('hvp without a direction is an error', () => {
    expect(() => untyped<(x: number) => number>(hvp((x: Operand) => square(x)))(2)).toThrow(
      'hvp: expected a direction in the form of the first argument, as in hvp(f)(x, v)',
    );
  });

  test('an axis that is left out of a list is an error', () => {
    expect(() => vmap(add, { inAxes: [0, untyped(undefined)] })([1], [2])).toThrow(
      'inAxes[1]: expected an axis or null',
    );
  });
});

describe('hasAux: what is more is given back beside the derivative', () => {
  const f = (x: Operand) => [sin(x), { twice: mul(x, 2), positive: greater(x, 0) }] as const;
  const aux = { twice: 2, positive: true };

  test('by jvp and vjp', () => {
    expect(jvp(f, { hasAux: true })([1], [2])).toEqual([Math.sin(1), 2 * Math.cos(1), aux]);
    expect(vjp(f, { hasAux: true })([1], 2)).toEqual([Math.sin(1), [2 * Math.cos(1)], aux]);
  });

  test('by jacobian in both modes, and by hessian', () => {
    for (const mode of ['forward', 'reverse'] as const) {
      expect(jacobian(f, { mode, hasAux: true })(1)).toEqual([Math.cos(1), aux]);
    }
    expect(hessian(f, { hasAux: true })(1)).toEqual([-Math.sin(1), aux]);
    const g = (x: Operand, y: Operand) => [mul(square(x), y), add(x, y)] as const;
    expect(hessian(g, { hasAux: true, argnums: [0, 1] })(2, 3)).toEqual([
      [
        [6, 4],
        [4, 0],
      ],
      5,
    ]);
  });

  test('inside of other transforms', () => {
    const [bends, more] = vmap(hessian(f, { hasAux: true }))([1, 2]) as unknown as [Tensor, { twice: Tensor }];
    expect(bends.toArray()).toEqual([-Math.sin(1), -Math.sin(2)]);
    expect(more.twice.toArray()).toEqual([2, 4]);
    const outer = (w: Operand): Operand => {
      const inner = (x: Operand) => [mul(x, w), square(w)] as const;
      const [slopes, area] = jacobian(inner, { hasAux: true })([1, 2]);
      return add(sum(slopes), area) as Operand;
    };
    expect(grad(outer)(3)).toBe(8);
  });

  test('without a second part it is an error', () => {
    const single = untyped<(x: Operand) => readonly [Operand, Operand]>(sin);
    expect(() => jvp(single, { hasAux: true })([1], [1])).toThrow(
      'jvp: with hasAux the function must return [value, more]',
    );
    expect(() => jacobian(single, { hasAux: true })(1)).toThrow('jacobian: with hasAux the function must return');
  });
});

describe('a comparison that only a transform leaves unused is no mistake', () => {
  const f = (x: Operand) => [square(x), greater(x, 0)] as const;

  test('what is more, left aside', () => {
    expect(compile((x: Operand) => grad(f, { hasAux: true })(x as never)[0])(3)).toBe(6);
  });

  test('a result of vmap, left aside', () => {
    const first = compile((x: Operand) => (vmap(f)(x) as unknown as readonly Tensor[])[0] as Operand);
    expect((first([3, 4]) as Tensor).toArray()).toEqual([9, 16]);
  });

  test('derivatives of truth values are zero', () => {
    const positive = (x: Operand): Operand => greater(x, 0) as Operand;
    for (const mode of ['forward', 'reverse'] as const) {
      expect((jacobian(positive, { mode })([1, 2]) as Tensor).toArray()).toEqual([
        [0, 0],
        [0, 0],
      ]);
    }
  });

  test('an if on one inside a callback of the platform is, and the message leads to its line', () => {
    const f = (x: Operand): Operand => {
      for (const _ of [1]) [1].forEach(() => void greater(x, 0));
      return x;
    };
    expect(() => grad(f)(1)).toThrow(/greater\(.*\) is unused.*called at .*transforms\.test\.ts/);
  });
});
