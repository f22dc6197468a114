// The angle of a point. Written in the subset of TypeScript that tsc and asc both compile.

import { arctangentOf } from './arctangentParts.ts';

const half: number = 3.141592653589793;
const quarter: number = 1.5707963267948966;
const eighth: number = 0.7853981633974483;
/** 2⁻⁶⁴: flatter slopes are as good as 0, and steeper ones than 2⁶⁴ as good as ∞. */
const flat: number = 5.421010862427522e-20;
/** 2⁵⁰⁰, 2⁻³⁰⁰, and 2^±600, which brings what is beyond them to where products of parts are exact. */
const large: number = 3.273390607896142e150;
const small: number = 4.909093465297727e-91;
const up: number = 4.149515568880993e180;
const down: number = 2.4099198651028841e-181;

function isNegative(x: number): boolean {
  return x < 0 || (x === 0 && 1 / x < 0);
}

/** The angle of (x, y) for x of either sign and y ≥ 0, neither of them NaN. */
function angleAbove(y: number, x: number): number {
  const size = Math.abs(x);
  if (y === Infinity) return size < Infinity ? quarter : x > 0 ? eighth : 3 * eighth;
  if (y === 0 || size === Infinity) return isNegative(x) ? half : 0;
  if (y < flat * size) return x < 0 ? half : y / size;
  if (size < flat * y) return quarter;
  const largest = Math.max(y, size);
  const scale = largest > large ? down : largest < small ? up : 1;
  const left = x < 0;
  const steep = y > size;
  const least = Math.min(y, size);
  return arctangentOf(least * scale, largest * scale, steep ? 1 : left ? 2 : 0, steep !== left);
}

/**
 * The angle of the point (x, y) to the positive x axis, in radians, from −π to π. Error below 0.6 ulp over the whole
 * range. Special cases as in C99, F.9.1.4: the signs of zeros say from which side an axis is approached, and infinities
 * count as equal.
 *
 * Method: the arctangent of y / |x| or |x| / y, with the quotient in two parts (arctangentParts.ts), added to or taken
 * from 0, π/2 or π.
 */
export function atan2(y: number, x: number): number {
  if (x !== x || y !== y) return NaN;
  const angle = angleAbove(Math.abs(y), x);
  return isNegative(y) ? -angle : angle;
}
