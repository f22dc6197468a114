// Every function that has derivatives: its own by hand or by differences, in both modes, up to the third order.

import { describe, expect, test } from 'vitest';
import { binary } from '../../src/conformance/table/binary.ts';
import { unary } from '../../src/conformance/table/unary.ts';
import type { Operand, Tensor } from '../../src/index.ts';
import * as cr from '../../src/index.ts';
import { arrays } from './arrays.ts';
import { slope, spread } from './differences.ts';

type Unary = (x: Operand) => Operand;

/** What has no derivative to check: whole numbers, truth values, or no function of numbers at all. */
const others = new Set(
  (
    'all allClose any argmax argmin argsort bitwiseAnd bitwiseNot bitwiseOr bitwiseXor equal greater greaterEqual ' +
    'isFinite isInf isNaN less lessEqual logicalAnd logicalNot logicalOr logicalXor notEqual oneHot shiftLeft ' +
    'shiftRightLogical adam adamW arange backend backprop compile configure eye gradCheck linspace ones program random ' +
    'rmsProp schedules sgd tensor tree zeros'
  ).split(' '),
);

const numbers = (x: unknown): number[] => (typeof x === 'number' ? [x] : Array.from((x as Tensor).toTypedArray()));

function close(what: string, got: unknown, expected: readonly number[], tolerance: number): void {
  const found = numbers(got);
  expect(found.length, what).toBe(expected.length);
  found.forEach((x, i) => {
    const right = expected[i] ?? Number.NaN;
    expect(Math.abs(x - right), `${what}, element ${i}: ${x} and ${right}`).toBeLessThanOrEqual(
      tolerance * Math.max(1, Math.abs(right)),
    );
  });
}

/** The tangent where every element of an elementwise function moves by 1. */
const forward =
  (f: Unary): Unary =>
  (x) =>
    cr.jvp(f)([x as never], [cr.onesLike(x) as never])[1] as Operand;

const backward =
  (f: Unary): Unary =>
  (x) =>
    cr.grad((t: Operand) => cr.sum(f(t)))(x as Tensor) as Operand;

const { f64, f32 } = { f64: 1e-12, f32: 3e-5 };

test('every export with derivatives has a row', () => {
  const rows = new Set([...unary, ...binary, ...arrays].map(({ of }) => of));
  const exported = Object.entries(cr)
    .filter(([name, value]) => !others.has(name) && !(typeof value === 'function' && value.prototype instanceof Error))
    .map(([name]) => name);
  expect(exported.filter((name) => !rows.has(name))).toEqual([]);
  expect([...rows].filter((name) => !exported.includes(name))).toEqual([]);
});

describe('functions of one number', () => {
  test.each(unary)(
    '$of: three orders, every order of modes, f64 and f32',
    ({ f, domain, derivatives, tolerance = f64 }) => {
      const points = domain.flatMap((interval, i) => [...interval, ...spread(9, interval, i)]);
      const [first, second, third] = derivatives.map((derivative) => points.map(derivative)) as [
        number[],
        number[],
        number[],
      ];
      const x = cr.tensor(points);
      const [r, w] = [backward, forward];
      close('reverse', r(f)(x), first, tolerance);
      close('forward', w(f)(x), first, tolerance);
      for (const [name, twice] of Object.entries({ rr: r(r(f)), rf: r(w(f)), fr: w(r(f)), ff: w(w(f)) })) {
        close(name, twice(x), second, 10 * tolerance);
        close(`f${name}`, w(twice)(x), third, 100 * tolerance);
      }
      close('rrr', r(r(r(f)))(x), third, 100 * tolerance);
      points.forEach((point, i) => {
        close('a single number', cr.grad(f)(point), [first[i] ?? 0], tolerance);
      });
      const narrow = cr.tensor(points, { dtype: 'f32' });
      const rounded = Array.from(narrow.toTypedArray());
      for (const derivative of [r(f), w(f)]) {
        close('f32', derivative(narrow), rounded.map(derivatives[0]), f32);
        expect((derivative(narrow) as Tensor).dtype).toBe('f32');
      }
      close('f32, second', w(r(f))(narrow), rounded.map(derivatives[1]), 10 * f32);
    },
  );
});

describe('functions of two numbers', () => {
  test.each(binary)('$of: partial derivatives of two orders, both modes, f64 and f32', ({ f, domain, derivatives }) => {
    const pairs = spread(12, domain[0], 1).map((x, i) => [x, spread(12, domain[1], 3)[i] ?? 0] as const);
    for (const [x, y] of pairs) {
      const [dx, dy, dxx, dxy, dyy] = derivatives.map((derivative) => derivative(x, y)) as [
        number,
        number,
        number,
        number,
        number,
      ];
      const pair = (p: Operand): Operand => {
        const [a, b] = p as Tensor;
        return f(a as Operand, b as Operand);
      };
      const at = cr.tensor([x, y]);
      for (const mode of ['forward', 'reverse'] as const)
        close(mode, cr.jacobian(pair, { mode })(at as Tensor), [dx, dy], f64);
      close('hessian', cr.hessian(pair)(at as Tensor), [dxx, dxy, dxy, dyy], 10 * f64);
      close('numbers', cr.grad(f)(x, y), [dx], f64);
      close('numbers', cr.grad(f, { argnums: 1 })(x, y), [dy], f64);
      const [a, b] = [Math.fround(x), Math.fround(y)];
      const narrow = cr.tensor([a, b], { dtype: 'f32' });
      for (const mode of ['forward', 'reverse'] as const)
        expect((cr.jacobian(pair, { mode })(narrow as Tensor) as Tensor).dtype).toBe('f32');
      close('f32', cr.grad(pair)(narrow as Tensor), [derivatives[0](a, b), derivatives[1](a, b)], f32);
    }
  });
});

describe('functions of arrays', () => {
  const titled = arrays.map((row) => ({ ...row, title: row.note === undefined ? row.of : `${row.of}, ${row.note}` }));

  test.each(titled)(
    '$title: both modes against differences, up to the third order',
    ({ shape, f, domain = [-1.9, 2], order = 3 }) => {
      const size = shape.reduce((product, n) => product * n, 1);
      const at = spread(size, domain);
      const directions = spread(size, [-1, 1], 5);
      const tensor = (values: readonly number[], dtype: 'f64' | 'f32' = 'f64') => cr.tensor(values, { shape, dtype });
      const moved = (h: number) => tensor(at.map((x, i) => x + h * (directions[i] ?? 0)));
      const [x, d] = [tensor(at), tensor(directions)];
      const results = numbers(f(x)).length;
      const weights = cr.tensor(spread(results, [0.5, 1.5], 2));
      const total = (t: Operand): Operand => cr.sum(cr.mul(cr.reshape(f(t), [results]), weights));
      const value = cr.compile(total);
      const gradient = cr.compile(cr.grad(total)) as (t: Operand) => Operand;
      const second = cr.compile(cr.hvp(total)) as unknown as (t: Operand, u: Operand) => Operand;

      const single = at.map((_, i) =>
        slope((h) => numbers(value(tensor(at.map((t, k) => (k === i ? t + h : t)))))[0] ?? 0),
      );
      close('reverse', gradient(x), single, 1e-8);
      close('forward', cr.jacobian(total, { mode: 'forward' })(x), single, 1e-8);
      const along = Array.from({ length: results }, (_, o) => slope((h) => numbers(f(moved(h)))[o] ?? 0));
      close('jvp', cr.jvp(f)([x as never], [d as never])[1], along, 1e-8);
      const narrow = tensor(at, 'f32');
      close('f32', cr.grad(total)(narrow as Tensor), single, 1e-4);
      expect((cr.grad((t: Operand) => cr.sum(f(t)))(narrow as Tensor) as Tensor).dtype).toBe('f32');
      const [result, change] = cr.jvp(f)([narrow as never], [narrow as never]) as unknown as [Tensor, Tensor];
      expect(change.dtype).toBe(result.dtype);

      const bend = at.map((_, i) => slope((h) => numbers(gradient(moved(h)))[i] ?? 0));
      close('forward over reverse', second(x, d), bend, 1e-7);
      const inner = (t: Operand): Operand => cr.sum(cr.mul(cr.grad(total)(t as Tensor) as Operand, d));
      close('reverse over reverse', cr.grad(inner)(x as Tensor), bend, 1e-7);
      const tangent = (t: Operand): Operand => cr.jvp(total)([t as never], [d as never])[1] as Operand;
      close('reverse over forward', cr.grad(tangent)(x as Tensor), bend, 1e-7);
      if (order < 3) return;
      const third = at.map((_, i) => slope((h) => numbers(second(moved(h), d))[i] ?? 0));
      const twice = (t: Operand): Operand => cr.hvp(total)(t as Tensor, d as Tensor) as Operand;
      close('third', cr.jvp(twice)([x as never], [d as never])[1], third, 1e-6);
    },
  );
});
