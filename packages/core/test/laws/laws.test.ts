// What holds for every program.

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agrees, dense, sameBits } from '../../src/conformance/agree.ts';
import type { Operand, Tensor } from '../../src/index.ts';
import * as cr from '../../src/index.ts';
import { runReference } from '../../src/testing.ts';
import { follow, type Recipe, recipes, tensors } from './programs.ts';

/** Programs for each law, and where they begin. Other seeds find other programs: raise one or change the other to explore. */
const { runs, seed } = { runs: Number(process.env.LAW_RUNS ?? 60), seed: Number(process.env.LAW_SEED ?? 1) };

type Law = (recipe: Recipe) => void;

function holds(law: Law, arbitrary: fc.Arbitrary<Recipe> = recipes()): void {
  fc.assert(fc.property(arbitrary, law), { numRuns: runs, seed });
}

type Ternary = (x: Operand, y: Operand, i: Operand) => Operand;

/** One number that every element of the result has a part in. */
const total =
  (f: Ternary): Ternary =>
  (x, y, i) => {
    const result = f(x, y, i);
    return cr.sum(cr.mul(result, cr.sin(result)) as Operand);
  };

const numbers = (x: unknown): number[] => (typeof x === 'number' ? [x] : Array.from((x as Tensor).toTypedArray()));

/** What transforms make of a program, by name. */
const transformed = (f: Ternary): Readonly<Record<string, (...args: never[]) => unknown>> => ({
  itself: f,
  grad: cr.grad(total(f) as (...args: Operand[]) => Operand, { argnums: [0, 1] }),
  jvp: (x: Operand, y: Operand, i: Operand) => cr.jvp(f)([x, y, i] as never, [cr.cos(x), cr.cos(y), i] as never),
  vjp: (x: Operand, y: Operand, i: Operand) => cr.vjp(total(f))([x, y, i] as never, 2 as never),
  hvp: (x: Operand, y: Operand, i: Operand) =>
    cr.hvp(total(f) as never)(x as never, cr.cos(x) as never, y as never, i as never),
});

describe('laws of random programs', () => {
  test('optimising changes no bit, and every pass keeps the grammar', () => {
    holds((recipe) => {
      const args = tensors(cr, recipe);
      for (const [name, g] of Object.entries(transformed(follow(cr, recipe)))) {
        const traced = cr.program(g as never)(...(args as unknown as []));
        traced.check();
        const optimised = traced.optimised();
        optimised.check();
        const given = args.map(dense);
        const expected = runReference(traced, given);
        runReference(optimised, given).forEach((one, k) => {
          sameBits(`${name}, result ${k}`, expected[k] ?? one, one);
        });
      }
    });
  });

  test('mapping over a new axis is a loop, bit for bit', () => {
    holds((recipe) => {
      const f = follow(cr, recipe);
      const count = 3;
      const batch = tensors(cr, recipe, [count]);
      for (const [name, g] of Object.entries({ itself: f, grad: cr.grad(total(f)) as unknown as Ternary })) {
        const mapped = cr.program(cr.vmap(g) as never)(...(batch as unknown as []));
        mapped.check();
        const together = numbers(cr.compile(cr.vmap(g) as never as (...args: Tensor[]) => Tensor)(...batch));
        const one = cr.compile(g as never as (...args: Tensor[]) => Tensor);
        const size = together.length / count;
        const parts = batch.map((whole) => [...whole]);
        for (let b = 0; b < count; b++) {
          const alone = one(...(parts.map((part) => part[b]) as Tensor[]));
          sameBits(
            `${name}, ${b}`,
            { shape: [size], elements: numbers(alone) },
            { shape: [size], elements: together.slice(b * size, (b + 1) * size) },
          );
        }
      }
    });
  });

  test('⟨u, J v⟩ = ⟨Jᵀ u, v⟩', () => {
    holds(
      (recipe) => {
        const f = follow(cr, recipe);
        const [x, y, i] = tensors(cr, recipe);
        const directions = [cr.cos(x), cr.sin(y), i] as Tensor[];
        const [value, tangent] = cr.jvp(f)([x, y, i] as never, directions as never) as unknown as [Tensor, Tensor];
        const upstream = cr.cos(cr.mul(value, 3) as Operand) as Tensor;
        const [, downstream] = cr.vjp(f)([x, y, i] as never, upstream as never) as unknown as [Tensor, Tensor[]];
        const products = (a: Tensor, b: Tensor): number[] => numbers(a).map((n, k) => n * (numbers(b)[k] ?? 0));
        const left = products(upstream, tangent);
        const right = [0, 1].flatMap((k) => products(downstream[k] as Tensor, directions[k] as Tensor));
        const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
        const size = sum([...left, ...right].map(Math.abs));
        expect(Math.abs(sum(left) - sum(right))).toBeLessThanOrEqual(1e-11 * Math.max(1, size));
      },
      recipes(9, ['f64']),
    );
  });

  test('forward mode and reverse mode find the same derivatives, of first and second order', () => {
    const closeTo = (what: string, got: unknown, expected: unknown): void => {
      const [left, right] = [numbers(got), numbers(expected)];
      const size = Math.max(1, ...right.map(Math.abs));
      left.forEach((x, k) => {
        expect(Math.abs(x - (right[k] ?? Number.NaN)), what).toBeLessThanOrEqual(1e-10 * size);
      });
    };
    holds(
      (recipe) => {
        const f = total(follow(cr, recipe));
        const [x, y, i] = tensors(cr, recipe);
        const d = cr.cos(x) as Tensor;
        const slope = (t: Operand): Operand => f(t, y, i);
        closeTo('jacobian', cr.jacobian(slope, { mode: 'forward' })(x as Tensor), cr.grad(slope)(x as Tensor));
        const along = (t: Operand): Operand => cr.jvp(slope)([t as never], [d as never])[1] as Operand;
        const inner = (t: Operand): Operand => cr.sum(cr.mul(cr.grad(slope)(t as Tensor) as Operand, d));
        const bend = cr.hvp(slope)(x as Tensor, d as Tensor);
        closeTo('grad of jvp', cr.grad(along)(x as Tensor), bend);
        closeTo('grad of grad', cr.grad(inner)(x as Tensor), bend);
      },
      recipes(6, ['f64']),
    );
  });

  describe.each([true, false])('with generated kernels: %s', (generate) => {
    beforeAll(() => {
      cr.configure({ generate });
    });
    afterAll(() => {
      cr.configure({ generate: true });
    });

    test('what is compiled agrees with the reference, bit for bit', () => {
      holds((recipe) => {
        const args = tensors(cr, recipe);
        for (const g of Object.values(transformed(follow(cr, recipe)))) agrees(cr, g, args);
      });
    });
  });
});

describe('derivatives inside of derivatives are not taken for each other', () => {
  const { add, exp, grad, jvp, mul, sin, square } = cr;
  const d =
    (f: (x: Operand) => Operand) =>
    (x: Operand): Operand =>
      grad(f)(x as never) as Operand;
  const w =
    (f: (x: Operand) => Operand) =>
    (x: Operand): Operand =>
      (jvp(f)([x as never], [1 as never]) as readonly Operand[])[1] as Operand;
  const vj =
    (f: (x: Operand) => Operand) =>
    (x: Operand): Operand =>
      (cr.vjp(f)([x as never], 1 as never) as readonly Operand[][])[1]?.[0] as Operand;
  const modes = { grad: d, jvp: w, vjp: vj };

  /** Siskind & Pearlmutter, "Perturbation confusion and referential transparency", IFL 2005. */
  const cases: readonly (readonly [string, (outer: typeof d, inner: typeof d) => Operand, number])[] = [
    ['d/dx x · d/dy (x + y) at 1', (outer, inner) => outer((x) => mul(x, inner((y) => add(x, y))(1)))(1), 1],
    ['d/dx d/dy x·y² at y = 3, x = 2', (outer, inner) => outer((x) => inner((y) => mul(x, square(y)))(3))(2), 6],
    ['d/dx x · d/dy x·y at y = x', (outer, inner) => outer((x) => mul(x, inner((y) => mul(x, y))(x)))(3), 6],
    [
      'd/dx d/dy sin(x·y) at y = x',
      (outer, inner) => outer((x) => inner((y) => sin(mul(x, y)))(x))(0.5),
      Math.cos(0.25) - 0.5 * Math.sin(0.25),
    ],
    ['the same function in both', (outer, inner) => outer(inner(exp as (x: Operand) => Operand))(0.5), Math.exp(0.5)],
    [
      'an inner derivative by a constant',
      (outer, inner) => outer((x) => add(square(x), inner(() => mul(x, x))(2)))(3),
      6,
    ],
  ];

  const pairs = Object.keys(modes).flatMap((outer) => Object.keys(modes).map((inner) => [outer, inner] as const));
  test.each(pairs)('%s of %s', (outer, inner) => {
    const m = modes as Readonly<Record<string, typeof d>>;
    for (const [name, run, expected] of cases) {
      const [a, b] = [m[outer], m[inner]];
      if (a === undefined || b === undefined) throw new Error('no such mode');
      expect(run(a, b), name).toBeCloseTo(expected, 12);
    }
  });

  test('derivatives three deep, and through vmap and compile', () => {
    const f = (x: Operand): Operand => d((y) => d((z) => mul(mul(x, square(y)), mul(z, mul(z, z))))(y))(x);
    // d/dz x·y²·z³ at z = y is 3x·y⁴, its derivative at y = x is 12x⁴.
    expect(f(2)).toBeCloseTo(12 * 16, 10);
    expect(d(f)(2)).toBeCloseTo(48 * 8, 10);
    expect(w(f)(2)).toBeCloseTo(48 * 8, 10);
    expect(cr.vmap(d(f))([1, 2]).toArray()).toEqual([48, 384]);
    expect(cr.compile(d(f) as (x: number) => number)(2)).toBeCloseTo(48 * 8, 10);
  });
});
