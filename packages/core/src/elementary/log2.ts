// The logarithm to base 2. Written in the subset of TypeScript that tsc and asc both compile.

import { logToBase } from './logParts.ts';

/** 1 / ln 2 in two parts. */
const log2OfEHigh: number = 1.4426950514316559;
const log2OfELow: number = -1.0542692476429138e-8;

/**
 * The logarithm of x to base 2. Error below 0.85 ulp over the whole range, subnormal numbers included; exact for
 * powers of two. log2(1) is +0, log2(±0) is −∞, log2(∞) is ∞, log2 of a negative number is NaN, NaN stays NaN (C99,
 * F.9.3.10).
 *
 * Method: x = 2^k m with √½ < m ≤ √2, and k + log m / ln 2 with log m in two parts, the way of FreeBSD's e_log2.c
 * (logParts.ts).
 */
export function log2(x: number): number {
  return logToBase(x, 1, 0, log2OfEHigh, log2OfELow);
}
