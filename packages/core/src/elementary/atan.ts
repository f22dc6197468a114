// The arctangent. Written in the subset of TypeScript that tsc and asc both compile.

import { arctangentOf } from './arctangentParts.ts';

const quarter: number = 1.5707963267948966;
/** 2⁻²⁷: below, atan x rounds to x. */
const tiny: number = 7.450580596923828e-9;
/** 2⁶⁰: above, atan x rounds to π/2. */
const large: number = 1152921504606846976.0;

/**
 * The arctangent of x, in radians, from −π/2 to π/2. Error below 0.6 ulp over the whole range. atan(±0) is ±0, atan(±∞)
 * is ±π/2, NaN stays NaN (C99, F.9.1.3).
 *
 * Method: atan c + atan u for c = j / 8, with u in two parts and the series of atan u (arctangentParts.ts); π/2 less that
 * of 1 / |x| for |x| ≥ 1. The steps of fdlibm (Sun Microsystems, 1993, s_atan.c), with more c and so a shorter series.
 */
export function atan(x: number): number {
  const size = Math.abs(x);
  if (!(size > tiny)) return x;
  if (size > large) return x < 0 ? -quarter : quarter;
  const steep = size > 1;
  const y: number = steep ? 1 : size;
  const angle = arctangentOf(y, steep ? size : 1, steep ? 1 : 0, steep);
  return x < 0 ? -angle : angle;
}
