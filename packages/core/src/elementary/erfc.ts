// The complementary error function. Written in the subset of TypeScript that tsc and asc both compile.

import { errorTail, fromComplement } from './errorFunctionParts.ts';

/** Above, erfc x rounds to 0. */
const largest: number = 27.25;

/**
 * The complementary error function 1 − erf x. Error below 0.85 ulp over the whole range, subnormal results included.
 * erfc(∞) is +0, erfc(−∞) is 2, NaN stays NaN (C99, F.9.5.2).
 *
 * Method: a series for |x| < 1/2; elsewhere t e^(g(t) − x²) with t = 1 / (x + 1), g by pieces, and the exponent in two
 * parts (errorFunctionParts.ts).
 */
export function erfc(x: number): number {
  const size = Math.abs(x);
  if (size < 0.5) {
    // 9/8 x is exact in two parts.
    const eighth = 0.125 * x;
    const sum = x + eighth;
    const value = 1 - sum;
    return value + (1 - value - sum - (eighth - (sum - x) + errorTail(x)));
  }
  if (x !== x) return x;
  if (x < 0) return x > -6 ? fromComplement(size, 2) : 2;
  return x < largest ? fromComplement(x, 0) : 0;
}
