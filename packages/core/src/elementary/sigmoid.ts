// The logistic function. Written in the subset of TypeScript that tsc and asc both compile.

import { powerOf, scaled } from './bits.ts';
import { upper } from './exactProducts.ts';
import { expRest, nearestMultiple, reduced, reducedRest } from './expParts.ts';

/** Below, 1 + e^−x is e^−x; above, 1. */
const border: number = 600;
/** Below, e^x rounds to 0. */
const smallest: number = -746;

/** e^x without the detour through e^−x, which would overflow. */
function sigmoidFarOut(x: number): number {
  if (x < smallest) return 0;
  const k = nearestMultiple(x);
  const r = reduced(x, k);
  const high = upper(r);
  const square = 0.5 * high * high;
  const first = 1 + r;
  const second = first + square;
  return scaled(second + (r - (first - 1) + (square - (second - first)) + expRest(r, high, reducedRest(x, k, r))), k);
}

/**
 * The logistic function 1 / (1 + e^−x). Error below 0.6 ulp, below 0.8 where the result is subnormal. sigmoid(±0) is 1/2,
 * sigmoid(∞) is 1, sigmoid(−∞) is 0, NaN stays NaN.
 *
 * Method: e^−x in two parts (expParts.ts), and the remainder of the division for the lower half of the quotient. There
 * is no branch on the sign of x, which processors predict badly.
 */
export function sigmoid(x: number): number {
  if (!(Math.abs(x) < border)) return x !== x ? x : x > 0 ? 1 : sigmoidFarOut(x);
  const k = nearestMultiple(-x);
  const r = reduced(-x, k);
  const high = upper(r);
  const square = 0.5 * high * high;
  const first = 1 + r;
  const second = first + square;
  const rest = r - (first - 1) + (square - (second - first)) + expRest(r, high, reducedRest(-x, k, r));
  const sum = second + rest;
  const power = powerOf(k);
  const e = power * sum;
  const eLow = power * (rest - (sum - second));
  // 1 + e, where either may be the larger.
  const divisor = 1 + e;
  const part = divisor - 1;
  const divisorLow = 1 - (divisor - part) + (e - part) + eLow;
  const inverse = 1 / divisor;
  // 26 bits of the quotient times the two halves of the divisor are exact.
  const quotient = upper(inverse);
  const divisorHigh = upper(divisor);
  const left = 1 - quotient * divisorHigh - quotient * (divisor - divisorHigh) - quotient * divisorLow;
  return quotient + left * inverse;
}
