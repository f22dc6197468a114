// What the logarithms have in common: log(1 + f) as a sum of exact terms and a small rest, so that little but the last
// addition rounds. Written in the subset of TypeScript that tsc and asc both compile.
//
// With s = f / (2 + f), log(1 + f) = 2 artanh(s) by a Remez fit in s², as in fdlibm (Sun Microsystems, 1993, e_log.c).

import { exponentOf, significandOf } from './bits.ts';
import { upper } from './exactProducts.ts';

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

/** 2 artanh(s) / s − 2 for |s| < 0.1716, error below 2⁻⁵⁸; s² is z. */
export function artanhTail(z: number): number {
  const w = z * z;
  const odd = z * (lg1 + w * (lg3 + w * (lg5 + w * lg7)));
  const even = w * (lg2 + w * (lg4 + w * lg6));
  return odd + even;
}

/** log(1 + f) − f + high² / 2, for high = upper(f) and √½ < 1 + f ≤ √2: below 0.02, error below 2⁻⁵⁸. */
export function logRest(f: number, high: number): number {
  const s = f / (2 + f);
  return s * (0.5 * f * f + artanhTail(s * s)) - 0.5 * (f - high) * (f + high);
}

/** n ln 2 + log(1 + f + low) for 1 + f > 0 and |low| at most an ulp of 1 + f or 1; error below 0.75 ulp. */
export function logOnePlus(f: number, low: number, n: number): number {
  const sum = 1 + f;
  let rest: number = low;
  let k: number = n;
  let g: number = f;
  if (sum < 0.70710678118654757 || sum > sqrt2) {
    rest += f < 1 ? f - (sum - 1) : 1 - (sum - f);
    let e = exponentOf(sum);
    let m = significandOf(sum, e);
    if (m > sqrt2) {
      m *= 0.5;
      e += 1;
    }
    k += e;
    g = m - 1;
  }
  // k ln 2 + g − g² / 2 with what each addition loses.
  const start = k * ln2High;
  const first = start + g;
  const high = upper(g);
  const half = 0.5 * high * high;
  const second = first - half;
  const lost = g - (first - start) + (first - second - half);
  return second + (lost + (logRest(g, high) + (rest / sum + k * ln2Low)));
}

/**
 * The logarithm of x to the base b, given log_b 2 and log_b e in two parts each: the upper part of the one has at most
 * 42 bits, of the other 26. Error below 0.85 ulp, special cases as for log.
 */
export function logToBase(x: number, twoHigh: number, twoLow: number, eHigh: number, eLow: number): number {
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
  // log m in two parts, the upper one of 26 bits, so that its product with eHigh is exact.
  const f = m - 1;
  const upperF = upper(f);
  const half = 0.5 * upperF * upperF;
  const high = upper(f - half);
  const low = f - high - half + logRest(f, upperF);
  const start = k * twoHigh;
  const product = high * eHigh;
  const sum = start + product;
  return sum + (start - sum + product + ((low + high) * eLow + low * eHigh + k * twoLow));
}
