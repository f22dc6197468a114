// Gradients against central differences, and laws on random programs.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  compile,
  div,
  exp,
  grad,
  greater,
  log,
  mean,
  mul,
  neg,
  type Operand,
  pow,
  program,
  sqrt,
  square,
  sub,
  sum,
  tensor,
  valueAndGrad,
  vmap,
  where,
} from '../src/index.ts';
import { runReference } from '../src/testing.ts';

type Scalar = (x: Operand) => Operand;

/** Name, function, points of its domain. */
const table: readonly (readonly [string, Scalar, readonly number[]])[] = [
  ['x + 3', (x) => add(x, 3), [-2, 0, 5]],
  ['x − x / 4', (x) => sub(x, div(x, 4)), [-2, 0, 5]],
  ['x · x · x', (x) => mul(x, mul(x, x)), [-2, 0.1, 5]],
  ['1 / x', (x) => div(1, x), [-2, 0.3, 5]],
  ['−x', (x) => neg(x), [-2, 0, 5]],
  ['x²', (x) => square(x), [-2, 0, 5]],
  ['x³', (x) => pow(x, 3), [-2, 0.5, 5]],
  ['x^−1.5', (x) => pow(x, -1.5), [0.5, 3]],
  ['2^x', (x) => pow(2, x), [-3, 0, 4]],
  ['x^x', (x) => pow(x, x), [0.5, 1, 3]],
  ['exp', (x) => exp(x), [-3, 0, 3]],
  ['log', (x) => log(x), [0.1, 1, 30]],
  ['sqrt', (x) => sqrt(x), [0.1, 1, 30]],
  ['where', (x) => where(greater(x, 1), square(x), exp(x)), [-1, 0.5, 3]],
  ['mean', (x) => mean(mul(x, [1, 2, 6])), [-1, 0.5, 3]],
];

const central = (f: (x: number) => number, x: number): number => {
  const h = 1e-5 * Math.max(1, Math.abs(x));
  return (f(x + h) - f(x - h)) / (2 * h);
};

const expectClose = (got: number, expected: number): void => {
  expect(Math.abs(got - expected)).toBeLessThan(1e-6 * Math.max(1, Math.abs(expected)));
};

describe('gradients agree with central differences', () => {
  test.each(table)('%s, first and second order, f64', (_name, f, points) => {
    const value = (x: number): number => valueAndGrad(f)(x)[0];
    const slope = grad(f);
    const bend = grad(slope);
    for (const x of points) {
      expectClose(slope(x), central(value, x));
      expectClose(
        bend(x),
        central((at) => slope(at), x),
      );
      expect(compile(slope)(x)).toBe(slope(x));
    }
  });

  test.each(table)(
    '%s, f32: the gradient has the dtype of its argument and is close to that in f64',
    (_name, f, points) => {
      for (const x of points) {
        const gradient = grad((t: Operand) => sum(f(t)))(Float32Array.of(x));
        expect(gradient).toBeInstanceOf(Float32Array);
        const exact = grad(f)(x);
        expect(Math.abs((gradient[0] ?? Number.NaN) - exact)).toBeLessThanOrEqual(1e-5 * Math.max(1, Math.abs(exact)));
      }
    },
  );
});

/** Random programs of several inputs, total on all of the real numbers. */
const { expression } = fc.letrec<{ expression: (args: Operand[]) => Operand }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 6 },
    fc.nat(2).map(
      (i) =>
        (args: Operand[]): Operand =>
          args[i] ?? 0,
    ),
    fc.double({ min: -2, max: 2, noNaN: true }).map((c) => (): Operand => c),
    fc.tuple(fc.constantFrom(add, sub, mul), tie('expression'), tie('expression')).map(
      ([f, l, r]) =>
        (args: Operand[]): Operand =>
          f<Operand, Operand>(l(args), r(args)),
    ),
    fc
      .tuple(
        fc.constantFrom(
          (x: Operand): Operand => neg(x),
          (x: Operand): Operand => square(x),
          (x: Operand): Operand => exp(neg(square(x))),
          (x: Operand): Operand => log(add(1, square(x))),
          (x: Operand): Operand => sqrt(add(1, square(x))),
          (x: Operand): Operand => div(x, add(2, square(x))),
          (x: Operand): Operand => where(greater(x, 0), x, mul(0.1, x)),
        ),
        tie('expression'),
      )
      .map(
        ([f, inner]) =>
          (args: Operand[]): Operand =>
            f(inner(args)),
      ),
  ),
}));

const sizes = fc.constantFrom(1, 2, 3, 7, 8, 9, 127, 128, 129, 513);

function filled(length: number, seed: number): Float64Array<ArrayBuffer> {
  return Float64Array.from({ length }, (_, i) => 2 * Math.sin(12.9898 * (i + 1) + seed));
}

describe('laws on random programs', () => {
  test('vmap of a gradient is a loop over gradients, bit for bit', () => {
    fc.assert(
      fc.property(expression, sizes, (f, n) => {
        const gradient = grad((x: Operand, y: Operand, z: Operand) => add(f([x, y, z]), mul(0, x)));
        const [xs, ys, zs] = [filled(n, 1), filled(n, 2), filled(n, 3)];
        const batched = vmap(gradient)(xs, ys, zs).toTypedArray();
        const compiled = compile(gradient);
        for (let i = 0; i < n; i++) {
          expect(batched[i]).toBe(compiled(xs[i] ?? 0, ys[i] ?? 0, zs[i] ?? 0));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('optimise, fusion and generated code change no bit against the reference', () => {
    fc.assert(
      fc.property(expression, sizes, (f, n) => {
        const total = (x: Operand, y: Operand, z: Operand): Operand => sum(add(f([x, y, z]), mul(x, y)));
        const inputs = [filled(n, 4), filled(n, 5), filled(n, 6)] as const;
        const traced = program(valueAndGrad(total))(...inputs);
        traced.check();
        traced.optimised().check();
        const dense = inputs.map((elements) => ({ shape: [n], elements: Array.from(elements) }));
        const expected = runReference(traced, dense);
        expect(runReference(traced.optimised(), dense)).toEqual(expected);
        const [value, gradient] = compile(valueAndGrad(total))(...inputs);
        expect([value]).toEqual(expected[0]?.elements);
        expect(Array.from(gradient as Float64Array)).toEqual(expected[1]?.elements);
      }),
      { numRuns: 60 },
    );
  });

  test('gradients of random programs agree with central differences', () => {
    fc.assert(
      fc.property(expression, fc.double({ min: -1.5, max: 1.5, noNaN: true }), (f, x) => {
        // The kink of where(x > 0, …) is no place for differences.
        fc.pre(Math.abs(x) > 1e-3);
        const g = (t: Operand): Operand => add(f([t, 0.7, -0.4]), mul(0, t));
        const slope = grad(g)(x);
        const [left, right] = [grad(g)(x - 1e-5), grad(g)(x + 1e-5)];
        fc.pre(
          Number.isFinite(slope) &&
            Math.abs(slope) < 1e6 &&
            Math.abs(left - right) < 1e-2 * Math.max(1, Math.abs(slope)),
        );
        const difference = (valueAndGrad(g)(x + 1e-5)[0] - valueAndGrad(g)(x - 1e-5)[0]) / 2e-5;
        expect(Math.abs(slope - difference)).toBeLessThan(1e-2 * Math.max(1, Math.abs(slope)));
      }),
      { numRuns: 200 },
    );
  });
});

test('a derivative inside a derivative is not confused with it', () => {
  expect(grad((x: Operand) => mul(x, grad((y: Operand) => add(x, y))(1)))(1)).toBe(1);
  expect(grad((x: Operand) => grad((y: Operand) => mul(x, square(y)))(3))(2)).toBe(6);
});

test('a value used many times receives the sum of what comes back', () => {
  expect(
    grad((a: Operand) => {
      const b = add(a, a);
      return add(b, b);
    })(1),
  ).toBe(4);
});

test('gradients mirror the kind of what they are the gradient of', () => {
  const f = (w: Operand): Operand => sum(square(w));
  expect(grad(f)(3)).toBe(6);
  expect(grad(f)([1, 2])).toEqual([2, 4]);
  expect(grad(f)([[1], [2]])).toEqual([[2], [4]]);
  expect(grad(f)(Float64Array.of(1, 2))).toEqual(Float64Array.of(2, 4));
  expect(grad(f)(Float32Array.of(1, 2))).toEqual(Float32Array.of(2, 4));
  expect(grad(f)(tensor([1, 2])).toArray()).toEqual([2, 4]);
  expect(compile(grad(f))(Float64Array.of(1, 2))).toEqual(Float64Array.of(2, 4));
  expect(grad((pair: { w: Operand; unused: Operand }) => f(pair.w))({ w: 1, unused: [1, 2] })).toEqual({
    w: 2,
    unused: [0, 0],
  });
});

test('plain numbers stay plain: the function on the slide is an ordinary function', () => {
  const f = (x: number): number => add(mul(2, x), exp(0));
  expect(f(3)).toBe(7);
  expect(greater(2, 1)).toBe(true);
  expect(where(greater(2, 1), 5, 6)).toBe(5);
});

test('destructuring a tuple and destructuring an array work alike', () => {
  const product = ([a, b]: readonly [Operand, Operand]): Operand => mul(a, b);
  expect(grad(product)([3, 4])).toEqual([4, 3]);
});

test('compile traces once per signature, and again for a new one', () => {
  let traces = 0;
  const f = compile((x: Operand) => {
    traces++;
    return sum(square(x));
  });
  const item = (x: unknown): number => (x as { item(): number }).item();
  expect(item(f([1, 2]))).toBe(5);
  expect(item(f([3, 4]))).toBe(25);
  expect(traces).toBe(1);
  expect(item(f([1, 2, 3]))).toBe(14);
  expect(f(2)).toBe(4);
  expect(item(f([1, 2]))).toBe(5);
  expect(traces).toBe(3);
});
