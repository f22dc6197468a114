// The hyperbolic tangent. Written in the subset of TypeScript that tsc and asc both compile.

import { powerOf } from './bits.ts';
import { upper } from './exactProducts.ts';
import { expRest, nearestMultiple, reduced, reducedRest } from './expParts.ts';

/** 2⁻²⁸: below, tanh x rounds to x. */
const tiny: number = 3.725290298461914e-9;
/** From here on, tanh x rounds to 1; larger arguments are taken for this one. */
const saturated: number = 22;

/**
 * The hyperbolic tangent of x. Error below 0.65 ulp over the whole range. tanh(±0) is ±0, tanh(±∞) is ±1, NaN stays NaN
 * (C99, F.9.2.6).
 *
 * Method: with e = e^(2|x|) − 1 in two parts (expParts.ts), e / (e + 2), and the remainder of the division for the lower
 * half of the quotient. There is no branch but that for tiny arguments, for the sake of the version on two lanes.
 */
export function tanh(x: number): number {
  const size = Math.abs(x);
  if (!(size > tiny)) return x;
  const twice = 2 * Math.min(size, saturated);
  const k = nearestMultiple(twice);
  const r = reduced(twice, k);
  const power = powerOf(k);
  const high = upper(r);
  const square = power * (0.5 * high * high);
  // power (1 + r + square) − 1 with what each addition loses.
  const start = power - 1;
  const first = start + power * r;
  const second = first + square;
  const lost = power * r - (first - start) + (square - (second - first));
  const rest = lost + power * expRest(r, high, reducedRest(twice, k, r));
  const e = second + rest;
  const eLow = rest - (e - second);
  const divisor = e + 2;
  const divisorLow = e > 2 ? 2 - (divisor - e) + eLow : e - (divisor - 2) + eLow;
  const inverse = 1 / divisor;
  // 26 bits of the quotient times the two halves of the divisor are exact.
  const quotient = upper(e * inverse);
  const divisorHigh = upper(divisor);
  const left = e - quotient * divisorHigh - quotient * (divisor - divisorHigh) + (eLow - quotient * divisorLow);
  const value = quotient + left * inverse;
  return x < 0 ? -value : value;
}
