// The elementary functions against correctly rounded values, and their special cases.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exp } from '../../src/elementary/exp.ts';
import { log } from '../../src/elementary/log.ts';
import { pow } from '../../src/elementary/pow.ts';

/** Distance between neighbouring numbers at x. */
function ulp(x: number): number {
  const size = Math.abs(x);
  if (size < 2 ** -1022) return 5e-324;
  const exponent = Math.floor(Math.log2(size));
  const fit = 2 ** exponent > size ? exponent - 1 : 2 ** (exponent + 1) <= size ? exponent + 1 : exponent;
  return Math.max(5e-324, 2 ** Math.max(fit - 52, -1074));
}

function worstError(name: string, arity: number, f: (...args: number[]) => number): number {
  const file = readFileSync(new URL(`./reference/${name}.json`, import.meta.url), 'utf8');
  const { count, data }: { count: number; data: string } = JSON.parse(file);
  const bytes = Buffer.from(data, 'base64');
  const values = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  expect(values.length).toBe(count * (arity + 2));
  let worst = 0;
  for (let i = 0; i < count; i++) {
    const sample = values.subarray(i * (arity + 2), (i + 1) * (arity + 2));
    const value = sample[arity] ?? Number.NaN;
    const rest = sample[arity + 1] ?? 0;
    const error = Math.abs((f(...sample.subarray(0, arity)) - value) / ulp(value) - rest);
    if (!(error <= worst)) worst = error;
  }
  return worst;
}

test.each([
  ['exp', 1, exp, 0.9],
  ['log', 1, log, 0.9],
  ['pow', 2, pow, 0.9],
] as const)('%s is within its stated bound of correctly rounded values', (name, arity, f, bound) => {
  const error = worstError(name, arity, f as (...args: number[]) => number);
  expect(error).toBeGreaterThan(0.4);
  expect(error).toBeLessThan(bound);
});

const { POSITIVE_INFINITY: inf, NaN: nan } = Number;

describe('special cases of C99, Annex F', () => {
  test.each([
    [0, 1],
    [-0, 1],
    [inf, inf],
    [-inf, 0],
    [nan, nan],
    [710, inf],
    [-746, 0],
    [709.782712893384, 1.7976931348622732e308],
    [-745.1332191019411, 5e-324],
  ])('exp(%d) = %d', (x, y) => {
    expect(exp(x)).toBe(y);
  });

  test.each([
    [1, 0],
    [0, -inf],
    [-0, -inf],
    [inf, inf],
    [-1, nan],
    [-inf, nan],
    [nan, nan],
    [5e-324, -744.4400719213812],
  ])('log(%d) = %d', (x, y) => {
    expect(log(x)).toBe(y);
  });

  test.each([
    [nan, 0, 1],
    [nan, -0, 1],
    [1, nan, 1],
    [1, inf, 1],
    [-1, inf, 1],
    [-1, -inf, 1],
    [0.5, inf, 0],
    [2, inf, inf],
    [-2, -inf, 0],
    [0.5, -inf, inf],
    [0, -3, inf],
    [-0, -3, -inf],
    [-0, -2, inf],
    [0, -0.5, inf],
    [-0, 3, -0],
    [-0, 2, 0],
    [0, 2.5, 0],
    [inf, 2, inf],
    [inf, -2, 0],
    [-inf, 3, -inf],
    [-inf, 2, inf],
    [-inf, -3, -0],
    [-inf, -2, 0],
    [-2, 3, -8],
    [-2, 4, 16],
    [-2, 0.5, nan],
    [nan, 1, nan],
    [2, nan, nan],
    [2, 1024, inf],
    [2, -1074, 5e-324],
    [2, -1076, 0],
    [-2, 1025, -inf],
    [1e300, 1e300, inf],
    [0.5, 1e300, 0],
    [-1, 2 ** 53, 1],
    [-1, 2 ** 53 - 1, -1],
    [3, 2, 9],
    [10, 308, 1e308],
  ])('pow(%d, %d) = %d', (x, y, z) => {
    expect(pow(x, y)).toBe(z);
  });

  test('pow(x, 2) is x · x', () => {
    for (let i = 1; i < 1000; i++) expect(pow(Math.sin(i), 2)).toBe(Math.sin(i) * Math.sin(i));
  });
});
