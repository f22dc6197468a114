// Reduction of an angle by multiples of π/2, for the common angles: x = k π/2 + r with |r| ≤ π/4, and what the rounded
// r lacks. Written in the subset of TypeScript that tsc and asc both compile.
//
// Cody and Waite's reduction with π/2 in three parts, as in fdlibm (Sun Microsystems, 1993, e_rem_pio2.c). The other
// angles, for which isCommon is false, go through largeAngles.ts.

const twoOverPi: number = 6.36619772367581382433e-1;
/** π/2: two parts of 33 bits, so that k times either is exact for k < 2²⁰, and the rest. */
const first: number = 1.57079632673412561417;
const second: number = 6.0771005063039659766e-11;
const third: number = 2.02226624879595063154e-21;
/** Added and taken away again, it rounds to the nearest integer: 1.5 · 2⁵². */
const shifter: number = 6755399441055744.0;
/** 2²⁰ π/2, rounded down. */
const farthest: number = 1647099.0;
/** 2⁻⁴⁰. Nearer to a multiple of π/2, r would have less than 60 bits. */
const nearest: number = 9.094947017729282e-13;

/** The integer k nearest x / (π/2), for |x| < 2⁵⁰. */
export function nearestQuarterTurn(x: number): number {
  return x * twoOverPi + shifter - shifter;
}

/** r = x − k π/2, rounded, where isCommon is true. */
export function turnedBack(x: number, k: number): number {
  const most = x - k * first;
  const high = most - k * second;
  return high + (most - high - k * second - k * third);
}

/** x − k π/2 − r, for r = turnedBack(x, k); with it, r has 60 bits and more. */
export function turnedBackRest(x: number, k: number, r: number): number {
  const most = x - k * first;
  const high = most - k * second;
  return high - r + (most - high - k * second - k * third);
}

/** Whether r = turnedBack(x, k) is good for |x| ≥ 2⁻⁴⁰; false for NaN too. */
export function isCommon(x: number, r: number): boolean {
  return Math.abs(x) < farthest && Math.abs(r) > nearest;
}

/** Whether k is odd. */
export function isOdd(k: number): boolean {
  const half = 0.5 * k;
  return Math.floor(half) !== half;
}
