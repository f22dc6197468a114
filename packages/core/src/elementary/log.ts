// The natural logarithm. Written in the subset of TypeScript that tsc and asc both compile.

import { exponentOf, significandOf } from './bits.ts';

const ln2High: number = 6.9314718036912381649e-1;
const ln2Low: number = 1.90821492927058770002e-10;
const sqrt2: number = 1.41421356237309514547;
const smallestNormal: number = 2.2250738585072014e-308;
const two54: number = 18014398509481984.0;
const lg1: number = 6.66666666666673513e-1;
const lg2: number = 3.999999999940941908e-1;
const lg3: number = 2.857142874366239149e-1;
const lg4: number = 2.222219843214978396e-1;
const lg5: number = 1.818357216161805012e-1;
const lg6: number = 1.531383769920937332e-1;
const lg7: number = 1.479819860511658591e-1;

/**
 * The natural logarithm of x. Error below 0.9 ulp over the whole range, subnormal numbers included. log(1) is +0,
 * log(±0) is −∞, log(∞) is ∞, log of a negative number is NaN, NaN stays NaN (C99, F.9.3.7).
 *
 * Method: x = 2^k (1 + f) with √½ < 1 + f ≤ √2; with s = f / (2 + f), log(1 + f) = 2 artanh(s) by a Remez fit in s², as
 * in fdlibm (Sun Microsystems, 1993, e_log.c).
 */
export function log(x: number): number {
  if (x !== x || x === Infinity) return x;
  if (x < 0) return NaN;
  if (x === 0) return -Infinity;
  let k: number = 0;
  let y: number = x;
  if (x < smallestNormal) {
    y = x * two54;
    k = -54;
  }
  const e = exponentOf(y);
  let m = significandOf(y, e);
  k += e;
  if (m > sqrt2) {
    m *= 0.5;
    k += 1;
  }
  const f = m - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd = z * (lg1 + w * (lg3 + w * (lg5 + w * lg7)));
  const even = w * (lg2 + w * (lg4 + w * lg6));
  const half = 0.5 * f * f;
  return k * ln2High - (half - (s * (half + (odd + even)) + k * ln2Low) - f);
}
