// e^x − 1. Written in the subset of TypeScript that tsc and asc both compile.

import { scaled } from './bits.ts';
import { upper } from './exactProducts.ts';
import { expRest, nearestMultiple, reduced, reducedRest } from './expParts.ts';

const two54: number = 18014398509481984.0;
/** Above, e^x − 1 overflows. */
const largest: number = 7.09782712893383973096e2;

/**
 * e to the power x, less 1. Error below 0.7 ulp over the whole range. expm1(±0) is ±0, expm1(∞) is ∞, expm1(−∞) is −1,
 * NaN stays NaN (C99, F.9.3.3).
 *
 * Method: x = k ln 2 + r, e^r as the sum of exact terms and a small rest (expParts.ts), from which 2^−k is taken with
 * what that loses, and 2^k times the sum.
 */
export function expm1(x: number): number {
  if (x !== x || Math.abs(x) * two54 < 1) return x;
  if (x > largest) return Infinity;
  if (x < -40) return -1;
  const k = nearestMultiple(x);
  const r = reduced(x, k);
  const high = upper(r);
  const square = 0.5 * high * high;
  const rest = expRest(r, high, reducedRest(x, k, r));
  if (k === 0) {
    const sum = r + square;
    return sum + (square - (sum - r) + rest);
  }
  const first = 1 + r;
  const second = first + square;
  const one = scaled(1, -k);
  // Either of the two may be the larger.
  const difference = second - one;
  const part = difference - second;
  const lost = second - (difference - part) - (one + part);
  return scaled(difference + (lost + (r - (first - 1) + (square - (second - first)) + rest)), k);
}
