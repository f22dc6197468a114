// log(1 + x). Written in the subset of TypeScript that tsc and asc both compile.

import { logOnePlus } from './logParts.ts';

const two54: number = 18014398509481984.0;

/**
 * The natural logarithm of 1 + x. Error below 0.75 ulp over the whole range. log1p(±0) is ±0, log1p(−1) is −∞, log1p(∞)
 * is ∞, below −1 it is NaN, NaN stays NaN (C99, F.9.3.9).
 *
 * Method: 1 + x = 2^k (1 + f) in two parts, and log(1 + f) as the sum of exact terms and a small rest (logParts.ts).
 */
export function log1p(x: number): number {
  if (x !== x || x === Infinity || Math.abs(x) * two54 < 1) return x;
  if (x <= -1) return x === -1 ? -Infinity : NaN;
  return logOnePlus(x, 0, 0);
}
