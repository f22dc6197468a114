// The hyperbolic sine. Written in the subset of TypeScript that tsc and asc both compile.

import { sinhTail } from './expParts.ts';
import { halfSum } from './hyperbolicParts.ts';

/** Below ln 2 / 2, the polynomial is enough. */
const small: number = 0.34657359027997264;

/**
 * The hyperbolic sine of x. Error below 0.8 ulp over the whole range. sinh(±0) is ±0, sinh(±∞) is ±∞, NaN stays NaN
 * (C99, F.9.2.5).
 *
 * Method: a Remez fit near 0; elsewhere |x| = k ln 2 + r, and cosh r and sinh r times what k makes of them
 * (hyperbolicParts.ts).
 */
export function sinh(x: number): number {
  const size = Math.abs(x);
  if (size < small) return x + sinhTail(x, x * x);
  if (!(size < 711)) return x * Infinity;
  const value = halfSum(size, -1);
  return x < 0 ? -value : value;
}
