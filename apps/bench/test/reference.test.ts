// The arithmetic that right answers are made of, against whole numbers of any size.

import { describe, expect, test } from 'vitest';
import { compensated } from '../src/reference/compensated.ts';
import * as dd from '../src/reference/double-double.ts';
import { Tape } from '../src/reference/tape.ts';

// Fixed-point numbers: value · 2³⁰⁰.
const shift = 300n;
const one = 1n << shift;

/** An f64 exactly. */
function fixed(value: number): bigint {
  if (value === 0) return 0n;
  const exponent = Math.floor(Math.log2(Math.abs(value))) - 60;
  return (BigInt(value * 2 ** -exponent) << shift) >> BigInt(-exponent);
}

const times = (a: bigint, b: bigint): bigint => (a * b) >> shift;
const over = (a: bigint, b: bigint): bigint => (a << shift) / b;
const abs = (a: bigint): bigint => (a < 0n ? -a : a);

/** Σ termₙ until terms vanish, where termₙ₊₁ = termₙ · x² / divisor(n), or x where `by` is x. */
function series(first: bigint, by: bigint, divisor: (n: number) => bigint): bigint {
  let sum = 0n;
  let term = first;
  for (let n = 1; term !== 0n; n++) {
    sum += term;
    term = times(term, by) / divisor(n);
  }
  return sum;
}

const exact = {
  exp: (x: bigint): bigint => series(one, x, BigInt),
  sin: (x: bigint): bigint => series(x, -times(x, x), (n) => BigInt(2 * n * (2 * n + 1))),
  cos: (x: bigint): bigint => series(one, -times(x, x), (n) => BigInt((2 * n - 1) * 2 * n)),
};

/** |got − expected| in units of 2⁻¹⁰⁰ of what is expected. */
function error(high: number, low: number, expected: bigint): number {
  const difference = abs(fixed(high) + fixed(low) - expected);
  return Number((difference << 100n) / (abs(expected) + 1n));
}

const samples = [1e-3, 0.1, 0.5, 0.75, 1, 1.7, 3, 6.5, 12.25, -0.3, -4.5];

describe('double-double', () => {
  test.each(samples)('keeps 100 bits of sum, product, quotient and root with %d', (x) => {
    const [high, low] = [1 / 3, 1.7e-18];
    const other = fixed(high) + fixed(low);
    const value = fixed(x);
    let result = dd.add(x, 0, high, low);
    expect(error(result, dd.low, value + other)).toBeLessThan(8);
    result = dd.mul(x, 0, high, low);
    expect(error(result, dd.low, times(value, other))).toBeLessThan(8);
    result = dd.div(x, 0, high, low);
    expect(error(result, dd.low, over(value, other))).toBeLessThan(8);
    result = dd.sqrt(Math.abs(x), 0);
    const [root, rest] = [result, dd.low];
    result = dd.mul(root, rest, root, rest);
    expect(error(result, dd.low, abs(value))).toBeLessThan(64);
  });

  test.each(samples)('keeps 90 bits of elementary functions of %d', (x) => {
    const value = fixed(x);
    const near = 2 ** 10;
    let result = dd.exp(x, 0);
    expect(error(result, dd.low, exact.exp(value))).toBeLessThan(near);
    result = dd.sin(x, 0);
    expect(error(result, dd.low, exact.sin(value))).toBeLessThan(near);
    result = dd.cos(x, 0);
    expect(error(result, dd.low, exact.cos(value))).toBeLessThan(near);
    const twice = exact.exp(2n * value);
    result = dd.tanh(x, 0);
    expect(error(result, dd.low, over(twice - one, twice + one))).toBeLessThan(2 ** 20);
    result = dd.exp(x, 0);
    result = dd.log(result, dd.low);
    expect(error(result, dd.low, value)).toBeLessThan(2 ** 22);
  });

  test('has the square root of nothing', () => {
    expect([dd.sqrt(0, 0), dd.low]).toEqual([0, 0]);
  });
});

describe('the tape', () => {
  test('differentiates every operation as the textbook does', () => {
    const t = new Tape();
    const x = 0.7;
    const slope = (f: (t: Tape, x: number) => number): number => {
      const leaf = t.leaf(x);
      return t.gradient(f(t, leaf), [leaf])[0] as number;
    };
    expect(slope((t, v) => t.exp(v))).toBeCloseTo(Math.exp(x), 15);
    expect(slope((t, v) => t.log(v))).toBeCloseTo(1 / x, 15);
    expect(slope((t, v) => t.sqrt(v))).toBeCloseTo(0.5 / Math.sqrt(x), 15);
    expect(slope((t, v) => t.sin(v))).toBeCloseTo(Math.cos(x), 15);
    expect(slope((t, v) => t.cos(v))).toBeCloseTo(-Math.sin(x), 15);
    expect(slope((t, v) => t.tanh(v))).toBeCloseTo(1 - Math.tanh(x) ** 2, 15);
    expect(slope((t, v) => t.sigmoid(v))).toBeCloseTo(Math.exp(-x) / (1 + Math.exp(-x)) ** 2, 15);
    expect(slope((t, v) => t.div(t.leaf(3), v))).toBeCloseTo(-3 / x ** 2, 14);
    expect(slope((t, v) => t.sub(t.scale(v, 5), t.square(v)))).toBeCloseTo(5 - 2 * x, 15);
    expect(slope((t, v) => t.logSumExp([v, t.leaf(1)]))).toBeCloseTo(1 / (1 + Math.exp(1 - x)), 15);
  });

  test('adds up what the terms of a sum give, and settles what they share', () => {
    const t = new Tape();
    const [a, b] = t.leaves([2, 3]) as [number, number];
    const shared = t.mul(a, b);
    const mark = t.mark();
    for (const factor of [1, 10, 100]) {
      const term = t.square(t.scale(shared, factor));
      t.accumulate(term, mark);
      t.forget(mark);
    }
    t.settle(mark);
    // d/da Σ f² (ab)² = 2 ab² Σ f².
    expect(t.given([a, b])).toEqual([2 * 2 * 9 * 10101, 2 * 4 * 3 * 10101]);
  });
});

test('a compensated sum keeps what a running sum loses', () => {
  const terms = [1, 1e100, 1, -1e100];
  expect(compensated(4, (i) => terms[i] as number)).toBe(2);
});
