// The inverse hyperbolic tangent. Written in the subset of TypeScript that tsc and asc both compile.

import { upper } from './exactProducts.ts';
import { artanhTail, logOnePlus } from './logParts.ts';

/** Below (√2 − 1)², the series is enough. */
const small: number = 0.1715728752538099;

/**
 * The inverse hyperbolic tangent of x. Error below 0.7 ulp over the whole range. atanh(±0) is ±0, atanh(±1) is ±∞, for
 * |x| > 1 it is NaN, NaN stays NaN (C99, F.9.2.3).
 *
 * Method: a Remez fit near 0; elsewhere ½ log(1 + f) with f = 2|x| / (1 − |x|) in two parts (Dekker, Numer. Math. 18,
 * 1971).
 */
export function atanh(x: number): number {
  const size = Math.abs(x);
  if (size < small) return x + 0.5 * x * artanhTail(x * x);
  if (!(size < 1)) return size === 1 ? x * Infinity : NaN;
  const divisor = 1 - size;
  const divisorLow = 1 - divisor - size;
  const twice = 2 * size;
  // 26 bits of the quotient times the two halves of the divisor are exact.
  const inverse = 1 / divisor;
  const quotient = upper(twice * inverse);
  const high = upper(divisor);
  const left = (twice - quotient * high - quotient * (divisor - high) - quotient * divisorLow) * inverse;
  const f = quotient + left;
  const value = 0.5 * logOnePlus(f, left - (f - quotient), 0);
  return x < 0 ? -value : value;
}
