// The arctangent of a fraction, behind atan and atan2. Written in the subset of TypeScript that tsc and asc both compile.

import { at } from './bits.ts';
import { upper } from './exactProducts.ts';

/** The arctangents of 0, 1/8, … 1, in two parts each. */
const arctangents: readonly number[] = [
  0, 0, 0.12435499454676144, -3.1253241424539383e-18, 0.24497866312686414, 1.0698755618734451e-17, 0.35877067027057225,
  -2.4623815582638635e-17, 0.4636476090008061, 2.2698777452961687e-17, 0.5585993153435624, -5.4556305485916264e-18,
  0.6435011087932844, 1.5834785051444286e-17, 0.7188299996216245, -2.1478388444456983e-17, 0.7853981633974483,
  3.061616997868383e-17,
];
/** π/2 in two parts. */
const quarterHigh: number = 1.5707963267948966;
const quarterLow: number = 6.123233995736766e-17;
/** The series of the arctangent. */
const a1: number = 0.3333333333333333;
const a2: number = -0.2;
const a3: number = 0.14285714285714285;
const a4: number = -0.1111111111111111;
const a5: number = 0.09090909090909091;
const a6: number = -0.07692307692307693;
const a7: number = 0.06666666666666667;
/**
 * Added to 8 y / x before rounding down: a little below one half. From 1/16 · x on, c = 1/8 would leave a dividend larger
 * than y, which then needs a bit that y has below it.
 */
const nearly: number = 0.4999;

/** 1 − atan(u) / u for |u| ≤ 0.0626 and u² = t, error below 2⁻⁶⁰. */
function arctangentTail(t: number): number {
  const w = t * t;
  return t * (a1 + w * (a3 + w * (a5 + w * a7))) + w * (a2 + w * (a4 + w * a6));
}

/**
 * quarters · π/2 + atan(y / x), or minus the arctangent if negative, for quarters = 0, 1, 2, and 0 ≤ y ≤ x with
 * exponents within ±600 and y / x = 0 or > 2⁻⁷⁰. Error below 0.6 ulp.
 *
 * With c = j / 8 near y / x, atan(y / x) = atan c + atan u, where u = (y − c x) / (x + c y) is in two parts. There is no
 * branch, for the sake of random points, and of a version on two lanes.
 */
export function arctangentOf(y: number, x: number, quarters: number, negative: boolean): number {
  const j = Math.floor((8 * y) / x + nearly);
  const c = 0.125 * j;
  // c times either half of a number is exact.
  const xHigh = upper(x);
  const yHigh = upper(y);
  const most = y - c * xHigh;
  const subtrahend = c * (x - xHigh);
  const dividend = most - subtrahend;
  const dividendLow = most - dividend - subtrahend;
  const addend = c * y;
  const divisor = x + addend;
  const divisorLow = x - divisor + addend + (c * yHigh - addend + c * (y - yHigh));
  // 26 bits of the quotient times the two halves of the divisor are exact.
  const inverse = 1 / divisor;
  const quotient = dividend * inverse;
  const u = upper(quotient);
  const divisorHigh = upper(divisor);
  const left = dividend - u * divisorHigh - u * (divisor - divisorHigh);
  const uLow = (left + (dividendLow - u * divisorLow)) * inverse;
  const high = at(arctangents, 2 * j);
  const angle = high + u;
  const rest =
    u - (angle - high) + (at(arctangents, 2 * j + 1) + (uLow - quotient * arctangentTail(quotient * quotient)));
  const sign: number = negative ? -1 : 1;
  const from = quarters * quarterHigh;
  const value = from + sign * angle;
  return value + (from - value + sign * angle + (quarters * quarterLow + sign * rest));
}
