// What many measurements are summed up as.

export interface Quartiles {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** The quartiles, interpolated between neighbours. */
export function quartiles(values: readonly number[]): Quartiles {
  const sorted = values.toSorted((l, r) => l - r);
  const at = (share: number): number => {
    const position = share * (sorted.length - 1);
    const below = sorted[Math.floor(position)] ?? Number.NaN;
    return below + (position - Math.floor(position)) * ((sorted[Math.ceil(position)] ?? below) - below);
  };
  return { low: at(0.25), median: at(0.5), high: at(0.75) };
}
