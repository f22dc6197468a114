// The remainder of a division. Written in the subset of TypeScript that tsc and asc both compile.

/**
 * x − n · y for the whole number n that x / y is cut off to: exact, with the sign of x. NaN for an infinite x or y = 0;
 * x itself for an infinite y (C99, F.9.7.1, fmod).
 */
export function rem(x: number, y: number): number {
  return x % y;
}
