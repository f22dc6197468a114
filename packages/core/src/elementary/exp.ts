// The exponential function. Written in the subset of TypeScript that tsc and asc both compile.

import { scaled } from './bits.ts';

const log2e: number = 1.442695040888963387;
const ln2High: number = 6.9314718036912381649e-1;
const ln2Low: number = 1.90821492927058770002e-10;
/** Added and taken away again, it rounds to the nearest integer: 1.5 · 2⁵². */
const shifter: number = 6755399441055744.0;
const p1: number = 1.66666666666666019037e-1;
const p2: number = -2.77777777770155933842e-3;
const p3: number = 6.61375632143793436117e-5;
const p4: number = -1.6533902205465251539e-6;
const p5: number = 4.13813679705723846039e-8;
/** Above, e^x overflows. */
const largest: number = 7.09782712893383973096e2;
/** Below, e^x rounds to 0. */
const smallest: number = -7.4513321910194110842e2;

/**
 * e to the power x. Error below 0.96 ulp over the whole range. exp(±0) is 1, exp(∞) is ∞, exp(−∞) is 0, NaN stays NaN
 * (C99, F.9.3.1).
 *
 * Method: x = k ln 2 + r with |r| ≤ ln 2 / 2, and the rational form of e^r in r² by a Remez fit, as in fdlibm
 * (Sun Microsystems, 1993, e_exp.c).
 */
export function exp(x: number): number {
  if (x !== x) return x;
  if (x > largest) return Infinity;
  if (x < smallest) return 0;
  const k = x * log2e + shifter - shifter;
  const hi = x - k * ln2High;
  const lo = k * ln2Low;
  const r = hi - lo;
  const t = r * r;
  const c = r - t * (p1 + t * (p2 + t * (p3 + t * (p4 + t * p5))));
  return scaled(1 - (lo - (r * c) / (2 - c) - hi), k);
}
