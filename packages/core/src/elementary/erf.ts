// The error function. Written in the subset of TypeScript that tsc and asc both compile.

import { errorTail, fromComplement } from './errorFunctionParts.ts';

/** 2 / √π. */
const slope: number = 1.1283791670955126;
/** 2⁻²⁸: below, erf x is slope · x. */
const tiny: number = 3.725290298461914e-9;

/**
 * The error function 2/√π ∫₀ˣ e^(−t²) dt. Error below 0.85 ulp over the whole range. erf(±0) is ±0, erf(±∞) is ±1, NaN
 * stays NaN (C99, F.9.5.1).
 *
 * Method: a series for |x| < 1/2; elsewhere 1 − erfc |x| (errorFunctionParts.ts).
 */
export function erf(x: number): number {
  const size = Math.abs(x);
  if (size < 0.5) {
    if (size < tiny) return slope * x;
    // 9/8 x is exact in two parts.
    const eighth = 0.125 * x;
    const sum = x + eighth;
    return sum + (eighth - (sum - x) + errorTail(x));
  }
  if (x !== x) return x;
  const value = size < 6 ? fromComplement(size, 1) : 1;
  return x < 0 ? -value : value;
}
