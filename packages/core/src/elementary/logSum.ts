// The step that softplus and logAddExp share. Written in the subset of TypeScript that tsc and asc both compile.

import { powerOf, scaled } from './bits.ts';
import { upper } from './exactProducts.ts';
import { expRest, nearestMultiple, reduced, reducedRest } from './expParts.ts';
import { logRest } from './logParts.ts';

const ln2High: number = 6.9314718036912381649e-1;
const ln2Low: number = 1.90821492927058770002e-10;
const sqrt2MinusOne: number = 0.41421356237309503;

/**
 * x + log(1 + e^(d + low)) for −746 ≤ d ≤ 0 and |low| at most an ulp of d. The logarithm is right to within 2⁻⁵⁵
 * of its size before it is added, or to the bits that a subnormal number has.
 */
export function plusLogOnePlusExp(x: number, d: number, low: number): number {
  // e^(d + low) in two parts.
  const k = nearestMultiple(d);
  const near = reduced(d, k);
  // An ulp of d can be much more than one of the reduced number.
  const more = reducedRest(d, k, near) + low;
  const r = near + more;
  const rHigh = upper(r);
  const square = 0.5 * rHigh * rHigh;
  const first = 1 + r;
  const second = first + square;
  const rest = r - (first - 1) + (square - (second - first)) + expRest(r, rHigh, more - (r - near));
  const sum = second + rest;
  const exp = scaled(sum, k);
  const expLow = (rest - (sum - second)) * powerOf(Math.max(k, -1022));
  // 1 + exp = 2^n (1 + f + fLow)
  let n: number = 0;
  let f: number = exp;
  let fLow: number = expLow;
  if (exp > sqrt2MinusOne) {
    n = 1;
    const difference = exp - 1;
    f = 0.5 * difference;
    fLow = 0.5 * (exp - (difference + 1) + expLow);
  }
  // Its logarithm in two parts.
  const start = n * ln2High;
  const a = start + f;
  const fHigh = upper(f);
  const half = 0.5 * fHigh * fHigh;
  const b = a - half;
  const tail = f - (a - start) + (a - b - half) + (logRest(f, fHigh) + (fLow - fLow * f * (1 - f) + n * ln2Low));
  const log = b + tail;
  const logLow = tail - (log - b);
  // x may be larger or smaller.
  const result = x + log;
  const part = result - x;
  return result + (x - (result - part) + (log - part) + logLow);
}
