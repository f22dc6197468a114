// The inverse hyperbolic sine. Written in the subset of TypeScript that tsc and asc both compile.

import { rootRest, squareRest } from './exactProducts.ts';
import { logOnePlus } from './logParts.ts';

/** 2⁻²⁸: below, asinh x rounds to x. */
const tiny: number = 3.725290298461914e-9;
/** 2²⁸: above, √(x² + 1) is x + 1 / (2x). */
const large: number = 268435456.0;

/**
 * The inverse hyperbolic sine of x. Error below 0.75 ulp over the whole range. asinh(±0) is ±0, asinh(±∞) is ±∞, NaN
 * stays NaN (C99, F.9.2.2).
 *
 * Method: log(1 + f) with f = |x| + (√(x² + 1) − 1) in two parts (Dekker, Numer. Math. 18, 1971).
 */
export function asinh(x: number): number {
  const size = Math.abs(x);
  if (!(size > tiny) || size === Infinity) return x;
  // asinh |x| = n ln 2 + log(1 + f + low)
  let n: number = 0;
  let f: number = size;
  let low: number = 0;
  if (size > large) {
    n = 1;
    low = 0.25 / size - 1;
  } else {
    const square = size * size;
    const sum = square + 1;
    const lost = size < 1 ? square - (sum - 1) : 1 - (sum - square);
    const root = Math.sqrt(sum);
    const rootLow = rootRest(sum, lost + squareRest(size, square), root);
    const more = root - 1;
    f = size + more;
    low = more - (f - size) + rootLow;
  }
  const value = logOnePlus(f, low, n);
  return x < 0 ? -value : value;
}
