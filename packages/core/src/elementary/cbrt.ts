// The cube root. Written in the subset of TypeScript that tsc and asc both compile.

import { exponentOf, scaled, significandOf } from './bits.ts';
import { upper } from './exactProducts.ts';

const smallestNormal: number = 2.2250738585072014e-308;
const two54: number = 18014398509481984.0;
/** The cube roots of 2 and 4. */
const cbrt2: number = 1.2599210498948732;
const cbrt4: number = 1.5874010519681996;
/** The cube root on [1, 2) to within 2⁻¹⁰, by a Remez fit. */
const p0: number = 0.6215135927359884;
const p1: number = 0.43944184659682584;
const p2: number = -0.060319399121420356;

/**
 * The cube root of x. Error below 0.51 ulp over the whole range, subnormal numbers included; exact for perfect cubes.
 * cbrt(±0) is ±0, cbrt(±∞) is ±∞, NaN stays NaN (C99, F.9.4.1).
 *
 * Method: |x| = 2^(3n) m with 1 ≤ m < 8, a quadratic first guess, a step of Halley's to 2⁻²⁶, cut to 26 bits so that
 * its cube is exact in two parts, and another step: the plan of FreeBSD's s_cbrt.c.
 */
export function cbrt(x: number): number {
  if (x !== x || x === 0) return x;
  let y = Math.abs(x);
  if (y === Infinity) return x;
  let shift: number = 0;
  if (y < smallestNormal) {
    y *= two54;
    shift = -18;
  }
  const e = exponentOf(y);
  let m = significandOf(y, e);
  const n = Math.floor(e / 3);
  const left = e - 3 * n;
  let guess = p0 + m * (p1 + m * p2);
  if (left === 1) {
    m *= 2;
    guess *= cbrt2;
  } else if (left === 2) {
    m *= 4;
    guess *= cbrt4;
  }
  const cube = guess * guess * guess;
  const t = upper((guess * (cube + 2 * m)) / (2 * cube + m));
  const square = t * t;
  const squareHigh = upper(square);
  const difference = m - squareHigh * t - (square - squareHigh) * t;
  const root = scaled(t + (t * difference) / (2 * square * t + m), n + shift);
  return x < 0 ? -root : root;
}
