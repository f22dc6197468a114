// The sign of a number. Written in the subset of TypeScript that tsc and asc both compile.

/** −1 below 0, 1 above; ±0 and NaN stay as they are. Exact. */
export function sign(x: number): number {
  if (x > 0) return 1;
  return x < 0 ? -1 : x;
}
