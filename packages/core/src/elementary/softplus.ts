// The smooth rectifier. Written in the subset of TypeScript that tsc and asc both compile.

import { plusLogOnePlusExp } from './logSum.ts';

/**
 * log(1 + e^x). Error below 0.7 ulp, below 0.8 where the result is below 2⁻¹⁰¹⁰. softplus(∞) is ∞,
 * softplus(−∞) is 0, NaN stays NaN.
 *
 * Method: max(x, 0) + log(1 + e^−|x|), all but the last addition in two parts (logSum.ts).
 */
export function softplus(x: number): number {
  // Above 40, x is nearer than 2⁻¹⁰ ulp.
  if (x !== x || x > 40) return x;
  if (x < -746) return 0;
  return plusLogOnePlusExp(Math.max(x, 0), -Math.abs(x), 0);
}
