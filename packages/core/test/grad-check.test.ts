// gradCheck: what it finds, and what it reports.

import { describe, expect, test } from 'vitest';
import { numericDerivative } from '../src/explain/numeric-derivative.ts';
import {
  ArgumentError,
  customGradient,
  DTypeError,
  exp,
  grad,
  gradCheck,
  log,
  mul,
  type Operand,
  random,
  relu,
  ShapeError,
  sin,
  square,
  stopGradient,
  sum,
  TraceError,
  take,
  tensor,
} from '../src/index.ts';

const untyped = <T>(value: unknown): T => value as T;

describe('bad input', () => {
  const f = (x: Operand): Operand => sum(x);
  const table: readonly (readonly [string, () => unknown, new (m: string) => Error, string])[] = [
    ['no function', () => gradCheck(untyped<() => Operand>(3)), ArgumentError, 'gradCheck: expected a function, got 3'],
    [
      'a negative tolerance',
      () => gradCheck(f, { tolerance: -1 }),
      ArgumentError,
      'gradCheck: expected tolerance as a number, not negative, got -1',
    ],
    [
      'no elements',
      () => gradCheck(f, { elements: 0 }),
      ArgumentError,
      'gradCheck: expected elements as a whole number from 1 on, got 0',
    ],
    [
      'an argument that is not there',
      () => gradCheck(f, { argnums: 1 })([1]),
      ArgumentError,
      'gradCheck: argnums 1 is not one of the 1 arguments',
    ],
    [
      'whole numbers',
      () => gradCheck(f)(tensor([1], { dtype: 'i32' })),
      DTypeError,
      'gradCheck: argument 0: expected f64 or f32 to differentiate by, got i32[1]',
    ],
    [
      'a function of more than one number',
      () => gradCheck((x: Operand) => square(x))([1, 2]),
      ShapeError,
      'gradCheck: the function must return one number, got f64[2]',
    ],
    [
      'traced arguments',
      () => grad((x: number) => Number(gradCheck(f)(x).checked))(1),
      TraceError,
      'gradCheck: argument 0: expected known numbers, got a traced value; call it outside',
    ],
  ];
  test.each(table)('%s: throws a sentence that says so', (_name, run, type, message) => {
    expect(run).toThrow(type);
    expect(run).toThrow(message);
  });
});

describe('numeric derivatives', () => {
  test.each([
    ['eˣ', Math.exp, 1, Math.E],
    ['log x near 0', Math.log, 1e-6, 1e6],
    ['√x near 0', Math.sqrt, 1e-8, 5e3],
    ['sin 100x', (x: number) => Math.sin(100 * x), 0.3, 100 * Math.cos(30)],
    ['x⁵', (x: number) => x ** 5, -20, 800_000],
    ['a constant', () => 3, 2, 0],
  ])('of %s are right to nine digits', (_name, f, x, derivative) => {
    expect(Math.abs(numericDerivative(f, x) - derivative)).toBeLessThanOrEqual(
      1e-9 * Math.max(1, Math.abs(derivative)),
    );
  });

  test('of a function that is nowhere finite are NaN', () => {
    expect(numericDerivative(() => Number.NaN, 1)).toBeNaN();
  });
});

describe('gradCheck', () => {
  test('says that a right gradient is right, with the worst of its elements', () => {
    const report = gradCheck((t: { a: Operand; b: Operand }) => sum(mul(t.a, log(t.b))))({
      a: 2,
      b: [
        [1, 2],
        [1e-3, 0.5],
      ],
    });
    expect(report.ok).toBe(true);
    expect(report.checked).toBe(5);
    expect(report.worst?.error).toBeLessThan(1e-10);
    expect(report.worst?.path).toMatch(/^argument 0, \.(a|b\[[01]\]\[[01]\])$/);
  });

  test('checks several arguments, and leaves alone those that are not differentiated by', () => {
    const f = (x: Operand, i: Operand, y: Operand): Operand => sum(mul(take(x, i), exp(y)));
    const indices = tensor([1, 1], { dtype: 'i32' });
    expect(gradCheck(f, { argnums: [0, 2] })([1, 2, 3], indices, [0.5, 1])).toMatchObject({ ok: true, checked: 5 });
    expect(gradCheck(f, { argnums: -1 })([1, 2, 3], indices, [0.5, 1])).toMatchObject({ ok: true, checked: 2 });
  });

  test('finds a gradient of the user’s own that is wrong, and where', () => {
    const wrong = customGradient(
      (x: Operand) => square(x),
      (upstream: Operand, _value: Operand, x: Operand) => [mul(upstream, mul([2, 3], x))],
    );
    const report = gradCheck((x: Operand) => sum(wrong(x)))([1, 2]);
    expect(report.ok).toBe(false);
    expect(report.worst).toMatchObject({ path: 'argument 0, [1]', reverse: 6, forward: 6 });
    expect(report.worst?.numeric).toBeCloseTo(4, 9);
    expect(report.worst?.error).toBeCloseTo(1 / 3, 9);
  });

  test('reports a kink, and a gradient that is stopped', () => {
    const kink = gradCheck((x: Operand) => sum(relu(x)))([1, -2, 0]);
    expect(kink).toMatchObject({ ok: false, checked: 3, worst: { path: 'argument 0, [2]', reverse: 0, numeric: 0.5 } });
    const stopped = gradCheck((x: number) => mul(x, stopGradient(x)))(3);
    expect(stopped).toMatchObject({ ok: false, worst: { path: 'argument 0', reverse: 3, forward: 3 } });
  });

  test('takes NaN for an error without bound', () => {
    expect(gradCheck((x: number) => log(x))(-1)).toMatchObject({
      ok: false,
      worst: { error: Number.POSITIVE_INFINITY },
    });
  });

  test('checks f32 as f64 of the same numbers', () => {
    expect(gradCheck((x: Operand) => sum(exp(x)))(Float32Array.of(0.1, 2))).toMatchObject({ ok: true, checked: 2 });
  });

  test('checks a random choice of many elements, the same one for the same seed', () => {
    const x = random.normal(random.key(1), [300]);
    const f = (x: Operand): Operand => sum(exp(mul(x, sin(x))));
    const report = gradCheck(f, { elements: 20, seed: 3 })(x);
    expect(report).toMatchObject({ ok: true, checked: 20 });
    expect(gradCheck(f, { elements: 20, seed: 3 })(x)).toEqual(report);
    expect(gradCheck(f, { elements: 20, seed: 4 })(x).worst?.path).not.toBe(report.worst?.path);
  });

  test('has nothing to say of nothing', () => {
    expect(gradCheck((x: Operand) => sum(x))([])).toEqual({ ok: true, worst: undefined, checked: 0 });
  });
});
