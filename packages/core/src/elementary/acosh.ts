// The inverse hyperbolic cosine. Written in the subset of TypeScript that tsc and asc both compile.

import { rootRest, squareRest } from './exactProducts.ts';
import { logOnePlus } from './logParts.ts';

/** 2²⁸: above, √(x² − 1) is x − 1 / (2x). */
const large: number = 268435456.0;

/**
 * The inverse hyperbolic cosine of x. Error below 0.75 ulp over the whole range. acosh(1) is +0, acosh(∞) is ∞, below 1
 * it is NaN, NaN stays NaN (C99, F.9.2.1).
 *
 * Method: log(1 + f) with f = t + √(2t + t²) in two parts, t = x − 1 (Dekker, Numer. Math. 18, 1971).
 */
export function acosh(x: number): number {
  if (x !== x || x === Infinity) return x;
  if (x <= 1) return x === 1 ? 0 : NaN;
  // acosh x = n ln 2 + log(1 + f + low)
  let n: number = 0;
  let f: number = x;
  let low: number = 0;
  if (x > large) {
    n = 1;
    low = -0.25 / x - 1;
  } else {
    const t = x - 1;
    const square = t * t;
    const twice = 2 * t;
    const sum = twice + square;
    const lost = t < 2 ? square - (sum - twice) : twice - (sum - square);
    const root = Math.sqrt(sum);
    const rootLow = rootRest(sum, lost + squareRest(t, square), root);
    f = root + t;
    low = t - (f - root) + rootLow;
  }
  return logOnePlus(f, low, n);
}
