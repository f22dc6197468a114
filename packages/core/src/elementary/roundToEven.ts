// Rounding to whole numbers. Written in the subset of TypeScript that tsc and asc both compile.

/** From here on every number is whole: 2⁵². */
const integral: number = 4503599627370496.0;

/** To the nearest integral number, halves to the even one; zeros keep their sign. */
export function roundToEven(x: number): number {
  const size = Math.abs(x);
  if (!(size < integral) || size === 0) return x;
  const rounded = size + integral - integral;
  return x < 0 ? -rounded : rounded;
}
