// How far a double is from the true slope of log(x/3 + 2/3), which is 1/(x + 2). Doubles are fractions, so this is
// computed in whole numbers of any length, without rounding; only the error itself is rounded, once.

interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** A finite double as the fraction that it is. */
function fraction(value: number): Fraction {
  let [mantissa, power] = [value, 0];
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    power += 1;
  }
  return { top: BigInt(mantissa), bottom: 1n << BigInt(power) };
}

const bits = (value: bigint): number => value.toString(2).length;

function toNumber({ top, bottom }: Fraction): number {
  if (top === 0n) return 0;
  // 64 bits of quotient: more than a double holds.
  const shift = Math.max(0, 64 + bits(bottom) - bits(top));
  return Number((top << BigInt(shift)) / bottom) * 2 ** -shift;
}

/** |slope − 1/(x + 2)|; not a number where the slope is not finite. */
export function slopeError(slope: number, x: number): number {
  if (!Number.isFinite(slope)) return Number.NaN;
  const [one, at] = [fraction(slope), fraction(x)];
  const wanted: Fraction = { top: at.bottom, bottom: at.top + 2n * at.bottom };
  const difference = one.top * wanted.bottom - wanted.top * one.bottom;
  const size = { top: difference < 0n ? -difference : difference, bottom: one.bottom * wanted.bottom };
  return toNumber(size.bottom < 0n ? { top: size.top, bottom: -size.bottom } : size);
}

/** The distance from a double to the next larger one. */
export function ulp(value: number): number {
  return 2 ** (Math.floor(Math.log2(Math.abs(value))) - 52);
}
