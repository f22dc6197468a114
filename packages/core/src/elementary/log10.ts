// The logarithm to base 10. Written in the subset of TypeScript that tsc and asc both compile.

import { logToBase } from './logParts.ts';

/** log₁₀ 2 and 1 / ln 10, in two parts each. */
const log10OfTwoHigh: number = 0.3010299956640665;
const log10OfTwoLow: number = -8.532344317057107e-14;
const log10OfEHigh: number = 0.4342944845557213;
const log10OfELow: number = -2.6524694553078553e-9;

/**
 * The logarithm of x to base 10. Error below 0.75 ulp over the whole range, subnormal numbers included; exact for
 * powers of ten. log10(1) is +0, log10(±0) is −∞, log10(∞) is ∞, log10 of a negative number is NaN, NaN stays NaN (C99,
 * F.9.3.8).
 *
 * Method: x = 2^k m with √½ < m ≤ √2, and k log₁₀ 2 + log m / ln 10, both in two parts, the way of FreeBSD's
 * e_log10.c (logParts.ts).
 */
export function log10(x: number): number {
  return logToBase(x, log10OfTwoHigh, log10OfTwoLow, log10OfEHigh, log10OfELow);
}
