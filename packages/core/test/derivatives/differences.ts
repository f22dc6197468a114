// Derivatives by differences: central ones at two steps, extrapolated to a step of 0 (Richardson; error of fourth order).

export function slope(f: (h: number) => number, step = 2e-3): number {
  const central = (h: number): number => (f(h) - f(-h)) / (2 * h);
  return (4 * central(step / 2) - central(step)) / 3;
}

/** Numbers in [low, high) that are the same in each run, none close to another. */
export function spread(count: number, [low, high]: readonly [number, number], seed = 1): number[] {
  // Multiples of the golden ratio, taken modulo 1, keep apart from each other.
  const golden = (Math.sqrt(5) - 1) / 2;
  return Array.from({ length: count }, (_, i) => low + (high - low) * ((0.37 * seed + (i + 1) * golden) % 1));
}
