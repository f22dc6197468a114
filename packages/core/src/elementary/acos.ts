// The arccosine. Written in the subset of TypeScript that tsc and asc both compile.

import { arcsineTail, belowRoot } from './arcsineParts.ts';
import { upper } from './exactProducts.ts';

/** π and π/2, in two parts each. */
const halfHigh: number = 3.141592653589793;
const halfLow: number = 1.2246467991473532e-16;
const quarterHigh: number = 1.5707963267948966;
const quarterLow: number = 6.123233995736766e-17;

/**
 * The arccosine of x, in radians, from 0 to π. Error below 0.8 ulp over the whole range. acos(1) is +0, for |x| > 1 it is
 * NaN, NaN stays NaN (C99, F.9.1.1).
 *
 * Method: π/2 − asin x by a rational Remez fit for |x| < 1/2; elsewhere acos |x| = 2 asin √((1 − |x|) / 2), with the root
 * in two parts, and acos(−x) = π − acos x: fdlibm (Sun Microsystems, 1993, e_acos.c), with sums in two parts.
 */
export function acos(x: number): number {
  const size = Math.abs(x);
  if (size < 0.5) {
    const value = quarterHigh - x;
    return value + (quarterHigh - value - x + (quarterLow - x * arcsineTail(x * x)));
  }
  if (!(size < 1)) return size > 1 || x !== x ? NaN : x < 0 ? halfHigh : 0;
  const t = 0.5 * (1 - size);
  const root = Math.sqrt(t);
  const high = upper(root);
  const rest = belowRoot(t, root) + root * arcsineTail(t);
  if (x > 0) return 2 * (high + rest);
  const value = halfHigh - 2 * high;
  return value + (halfHigh - value - 2 * high + (halfLow - 2 * rest));
}
