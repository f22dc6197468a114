// Powers of two. Written in the subset of TypeScript that tsc and asc both compile.

import { scaled } from './bits.ts';
import { upper } from './exactProducts.ts';
import { expRest } from './expParts.ts';

const ln2: number = 6.93147180559945286227e-1;
const ln2High: number = 6.93147182464599609375e-1;
const ln2Low: number = -1.90465429995776804525e-9;
const shifter: number = 6755399441055744.0;

/**
 * 2 to the power x. Error below 0.6 ulp, below 0.8 where the result is subnormal; exact for integers. exp2(±0) is 1,
 * exp2(∞) is ∞, exp2(−∞) is 0, NaN stays NaN (C99, F.9.3.2).
 *
 * Method: x = k + f with |f| ≤ 1/2, both exact, f ln 2 in two parts by Veltkamp's splitting, and e to that as the sum
 * of exact terms and a small rest (expParts.ts).
 */
export function exp2(x: number): number {
  if (x !== x) return x;
  if (x >= 1024) return Infinity;
  if (x <= -1075) return 0;
  const k = x + shifter - shifter;
  const f = x - k;
  const r = f * ln2;
  const high = upper(f);
  const low = high * ln2High - r + (f - high) * ln2High + f * ln2Low;
  const rHigh = upper(r);
  const square = 0.5 * rHigh * rHigh;
  const first = 1 + r;
  const second = first + square;
  return scaled(second + (r - (first - 1) + (square - (second - first)) + expRest(r, rHigh, low)), k);
}
