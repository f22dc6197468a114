// The hyperbolic cosine. Written in the subset of TypeScript that tsc and asc both compile.

import { halfSum } from './hyperbolicParts.ts';

/**
 * The hyperbolic cosine of x. Error below 0.7 ulp over the whole range. cosh(±0) is 1, cosh(±∞) is ∞, NaN stays NaN
 * (C99, F.9.2.4).
 *
 * Method: |x| = k ln 2 + r, and cosh r and sinh r times what k makes of them (hyperbolicParts.ts).
 */
export function cosh(x: number): number {
  const size = Math.abs(x);
  if (!(size < 711)) return size * Infinity;
  return halfSum(size, 1);
}
