// The tangent. Written in the subset of TypeScript that tsc and asc both compile.

import { upper } from './exactProducts.ts';
import { largeRemainder, largeRemainderRest, turnBackLarge } from './largeAngles.ts';
import { isCommon, isOdd, nearestQuarterTurn, turnedBack, turnedBackRest } from './quarterTurns.ts';
import { cosineTail, sineTail } from './sineParts.ts';

/** 2⁻²⁷: below, tan x rounds to x. */
const tiny: number = 7.450580596923828e-9;

/** tan(k π/2 + r + low). */
function turnedTangent(k: number, r: number, low: number): number {
  const t = r * r;
  const sineRest = sineTail(r, low, t);
  const sine = r + sineRest;
  const sineLow = sineRest - (sine - r);
  // r² / 2 without the lower bits of r is exact.
  const high = upper(r);
  const half = 0.5 * high * high;
  const most = 1 - half;
  const cosineRest = 1 - most - half + (cosineTail(t) - 0.5 * (r - high) * (r + high) - r * low);
  const cosine = most + cosineRest;
  const cosineLow = cosineRest - (cosine - most);
  let dividend = sine;
  let dividendLow = sineLow;
  let divisor = cosine;
  let divisorLow = cosineLow;
  if (isOdd(k)) {
    dividend = -cosine;
    dividendLow = -cosineLow;
    divisor = sine;
    divisorLow = sineLow;
  }
  const inverse = 1 / divisor;
  // 26 bits of the quotient times the two halves of the divisor are exact.
  const quotient = upper(dividend * inverse);
  const divisorHigh = upper(divisor);
  const left = dividend - quotient * divisorHigh - quotient * (divisor - divisorHigh);
  return quotient + (left + (dividendLow - quotient * divisorLow)) * inverse;
}

/**
 * The tangent of x, in radians. Error below 0.9 ulp over the whole range, huge angles included. tan(±0) is ±0, tan(±∞) is
 * NaN, NaN stays NaN (C99, F.9.1.7).
 *
 * Method: x = k π/2 + r with |r| ≤ π/4 and r in two parts (quarterTurns.ts, largeAngles.ts), sine and cosine of r in two
 * parts (sineParts.ts), and the remainder of their division for the lower half of the quotient.
 */
export function tan(x: number): number {
  const size = Math.abs(x);
  if (size < tiny) return x;
  let k = nearestQuarterTurn(x);
  let r = turnedBack(x, k);
  let low = turnedBackRest(x, k, r);
  if (!isCommon(x, r)) {
    if (!(size < Infinity)) return NaN;
    k = turnBackLarge(x);
    r = largeRemainder();
    low = largeRemainderRest();
  }
  return turnedTangent(k, r, low);
}
