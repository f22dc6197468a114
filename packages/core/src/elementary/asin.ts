// The arcsine. Written in the subset of TypeScript that tsc and asc both compile.

import { arcsineTail, belowRoot } from './arcsineParts.ts';
import { upper } from './exactProducts.ts';

/** π/2 in two parts. */
const quarterHigh: number = 1.5707963267948966;
const quarterLow: number = 6.123233995736766e-17;
/** 2⁻²⁷: below, asin x rounds to x. */
const tiny: number = 7.450580596923828e-9;

/**
 * The arcsine of x, in radians, from −π/2 to π/2. Error below 0.8 ulp over the whole range. asin(±0) is ±0, for |x| > 1
 * it is NaN, NaN stays NaN (C99, F.9.1.2).
 *
 * Method: a rational Remez fit for |x| < 1/2; elsewhere asin |x| = π/2 − 2 asin √((1 − |x|) / 2), with the root in two
 * parts, as in fdlibm (Sun Microsystems, 1993, e_asin.c).
 */
export function asin(x: number): number {
  const size = Math.abs(x);
  if (size < 0.5) return size < tiny ? x : x + x * arcsineTail(x * x);
  if (!(size < 1)) return size === 1 ? x * quarterHigh : NaN;
  const t = 0.5 * (1 - size);
  const root = Math.sqrt(t);
  const high = upper(root);
  const value = quarterHigh - 2 * high;
  const lost = quarterHigh - value - 2 * high;
  const angle = value + (lost + (quarterLow - 2 * (belowRoot(t, root) + root * arcsineTail(t))));
  return x < 0 ? -angle : angle;
}
