// Reduction by multiples of π/2 of the angles that quarterTurns.ts leaves: huge ones, and those very near a multiple.
// Written in the subset of TypeScript that tsc and asc both compile.
//
// Payne and Hanek, "Radian reduction for trigonometric functions" (SIGNUM Newsletter 18, 1983): of the product of x and
// 2/π only the digits that matter are made. They have 24 bits each, so that products of two, and sums of those, are exact.

import { at, exponentOf, scaled, significandOf } from './bits.ts';
import { upper } from './exactProducts.ts';

/** The digits of 2/π to base 2²⁴ after the point; the zeros before are for small x. */
const digits: readonly number[] = [
  0, 0, 0, 0, 10680707, 7228996, 1387004, 2578385, 16069853, 12639074, 9804092, 4427841, 16666979, 11263675, 12935607,
  2387514, 4345298, 14681673, 3074569, 13734428, 16653803, 1880361, 10960616, 8533493, 3062596, 8710556, 7349940,
  6258241, 3772886, 3769171, 3798172, 8675211, 12450088, 3874808, 9961438, 366607, 15675153, 9132554, 7151469, 3571407,
  2607881, 12013382, 4155038, 6285869, 7677882, 13102053, 15825725, 473591, 9065106, 15363067, 6271263, 9264392,
  5636912,
];
/** 2²⁴, and powers of it. */
const base: number = 16777216.0;
const perBase: number = 5.9604644775390625e-8;
const perBase2: number = 3.552713678800501e-15;
const perBase4: number = 1.262177448353619e-29;
const perBase6: number = 4.484155085839415e-44;
/** π/2 in two parts, the first of 26 bits. */
const quarterHigh: number = 1.5707963109016418;
const quarterLow: number = 1.5893254773528196e-8;

// Results beside the returned one: slow to write in JavaScript, but these angles are rare.
let remainder: number = 0;
let remainderRest: number = 0;

/** r of the last call of turnBackLarge. */
export function largeRemainder(): number {
  return remainder;
}

/** What the rounded r of the last call of turnBackLarge lacks. */
export function largeRemainderRest(): number {
  return remainderRest;
}

/** x = k π/2 + r with |r| ≤ π/4, for finite |x| ≥ 1/2: returns k less a multiple of 4, and leaves r in two parts. */
export function turnBackLarge(x: number): number {
  const size = Math.abs(x);
  // |x| = (x0 + x1 / base + x2 / base² + x3 / base³) · base^n, with digits again.
  const e = exponentOf(size);
  const n = Math.floor(e / 24);
  let rest = scaled(significandOf(size, e), e - 24 * n);
  const x0 = Math.floor(rest);
  rest = (rest - x0) * base;
  const x1 = Math.floor(rest);
  rest = (rest - x1) * base;
  const x2 = Math.floor(rest);
  const x3 = (rest - x2) * base;
  // The product's digits: digits of 2/π before these make multiples of 4, those after at most 2⁻¹¹⁷.
  const d0 = at(digits, n);
  const d1 = at(digits, n + 1);
  const d2 = at(digits, n + 2);
  const d3 = at(digits, n + 3);
  const d4 = at(digits, n + 4);
  const d5 = at(digits, n + 5);
  const d6 = at(digits, n + 6);
  const d7 = at(digits, n + 7);
  const d8 = at(digits, n + 8);
  const d9 = at(digits, n + 9);
  const d10 = at(digits, n + 10);
  let y0 = x0 * d3 + x1 * d2 + x2 * d1 + x3 * d0;
  let y1 = x0 * d4 + x1 * d3 + x2 * d2 + x3 * d1;
  let y2 = x0 * d5 + x1 * d4 + x2 * d3 + x3 * d2;
  let y3 = x0 * d6 + x1 * d5 + x2 * d4 + x3 * d3;
  let y4 = x0 * d7 + x1 * d6 + x2 * d5 + x3 * d4;
  let y5 = x0 * d8 + x1 * d7 + x2 * d6 + x3 * d5;
  let y6 = x0 * d9 + x1 * d8 + x2 * d7 + x3 * d6;
  const y7 = x0 * d10 + x1 * d9 + x2 * d8 + x3 * d7;
  // Carries.
  y6 += Math.floor(y7 * perBase);
  let carry = Math.floor(y6 * perBase);
  y6 -= carry * base;
  y5 += carry;
  carry = Math.floor(y5 * perBase);
  y5 -= carry * base;
  y4 += carry;
  carry = Math.floor(y4 * perBase);
  y4 -= carry * base;
  y3 += carry;
  carry = Math.floor(y3 * perBase);
  y3 -= carry * base;
  y2 += carry;
  carry = Math.floor(y2 * perBase);
  y2 -= carry * base;
  y1 += carry;
  carry = Math.floor(y1 * perBase);
  y1 -= carry * base;
  y0 += carry;
  let k = y0 - 4 * Math.floor(y0 * 0.25);
  // From one half on, the next multiple is nearer: 1 minus the fraction, digit by digit.
  const above = y1 >= 0.5 * base;
  if (above) {
    k += 1;
    y1 = base - 1 - y1;
    y2 = base - 1 - y2;
    y3 = base - 1 - y3;
    y4 = base - 1 - y4;
    y5 = base - 1 - y5;
    y6 = base - 1 - y6;
  }
  // The fraction in two parts: pairs of digits are exact numbers.
  const most = (y1 * base + y2) * perBase2;
  const next = (y3 * base + y4) * perBase4;
  const high = most + next;
  const low = next - (high - most) + (y5 * base + y6) * perBase6;
  const negative = x < 0 !== above;
  const top = upper(high);
  const product = top * quarterHigh;
  const productLow = (high - top + low) * quarterHigh + high * quarterLow;
  const r = product + productLow;
  const lost = productLow - (r - product);
  remainder = negative ? -r : r;
  remainderRest = negative ? -lost : lost;
  return x < 0 ? -k : k;
}
