// The sine. Written in the subset of TypeScript that tsc and asc both compile.

import { largeRemainder, largeRemainderRest, turnBackLarge } from './largeAngles.ts';
import { isCommon, nearestQuarterTurn, turnedBack, turnedBackRest } from './quarterTurns.ts';
import { sine, turnedSine } from './sineParts.ts';

/** Just below π/4. */
const eighth: number = 0.785;
/** 2⁻²⁷: below, sin x rounds to x. */
const tiny: number = 7.450580596923828e-9;

/**
 * The sine of x, in radians. Error below 0.85 ulp over the whole range, huge angles included. sin(±0) is ±0, sin(±∞) is
 * NaN, NaN stays NaN (C99, F.9.1.6).
 *
 * Method: x = k π/2 + r with |r| ≤ π/4 and r in two parts (quarterTurns.ts, largeAngles.ts), and a Remez fit of the sine
 * or cosine of r, as in fdlibm (Sun Microsystems, 1993, s_sin.c).
 */
export function sin(x: number): number {
  const size = Math.abs(x);
  if (size < eighth) return size < tiny ? x : sine(x, 0);
  let k = nearestQuarterTurn(x);
  let r = turnedBack(x, k);
  let low = turnedBackRest(x, k, r);
  if (!isCommon(x, r)) {
    if (!(size < Infinity)) return NaN;
    k = turnBackLarge(x);
    r = largeRemainder();
    low = largeRemainderRest();
  }
  return turnedSine(k, r, low);
}
