// The logarithm of a sum of exponentials. Written in the subset of TypeScript that tsc and asc both compile.

import { plusLogOnePlusExp } from './logSum.ts';

/**
 * log(e^x + e^y). Error below 0.8 ulp, ulps being those of the result or, where they are larger, of max(x, y): near its
 * zeros, as at x = y = −log 2, the relative error of the result grows. It never overflows early.
 * logAddExp(−∞, y) is y, logAddExp(∞, y) is ∞; if x or y is NaN, so is the result.
 *
 * Method: with m and n the larger and the smaller, m + log(1 + e^(n − m)), all but the last addition in two parts
 * (logSum.ts).
 */
export function logAddExp(x: number, y: number): number {
  if (x !== x || y !== y) return NaN;
  const larger = Math.max(x, y);
  const smaller = Math.min(x, y);
  // The sum with 0 makes −0 to +0: the logarithm of a number from 1 on.
  if (larger === Infinity || smaller === -Infinity) return larger + 0;
  const d = smaller - larger;
  if (d < -746) return larger + 0;
  const part = d - smaller;
  const low = smaller - (d - part) - (larger + part);
  return plusLogOnePlusExp(larger, d, low);
}
