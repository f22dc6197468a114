// What asin and acos share: the arcsine near 0, and the square root in two parts. Written in the subset of TypeScript that
// tsc and asc both compile.

import { upper } from './exactProducts.ts';

const p0: number = 1.66666666666666657415e-1;
const p1: number = -3.25565818622400915405e-1;
const p2: number = 2.01212532134862925881e-1;
const p3: number = -4.00555345006794114027e-2;
const p4: number = 7.91534994289814532176e-4;
const p5: number = 3.4793310759602116757e-5;
const q1: number = -2.40339491173441421878;
const q2: number = 2.02094576023350569471;
const q3: number = -6.8828397160545329303e-1;
const q4: number = 7.70381505559019352791e-2;

/**
 * asin(s) / s − 1 for s² = t ≤ 1/4, error below 2⁻⁵⁶: the rational Remez fit of fdlibm (Sun Microsystems, 1993,
 * e_asin.c).
 */
export function arcsineTail(t: number): number {
  const dividend = t * (p0 + t * (p1 + t * (p2 + t * (p3 + t * (p4 + t * p5)))));
  return dividend / (1 + t * (q1 + t * (q2 + t * (q3 + t * q4))));
}

/** What the upper 26 bits of root = √t leave of it, for t > 0. */
export function belowRoot(t: number, root: number): number {
  const high = upper(root);
  return (t - high * high) / (root + high);
}
