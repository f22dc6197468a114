// Inputs of the suite: seeded, so that each run sees the same; hard numbers first.

/** Sizes around the edges of lanes, tiles and blocks. */
export const sizes: readonly number[] = [
  0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 127, 128, 129, 511, 512, 513, 1023, 1025, 2500,
];

const hard: readonly number[] = [
  0,
  -0,
  1,
  -1,
  2,
  0.5,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.NaN,
  5e-324,
  -5e-324,
  2.2250738585072014e-308,
  1.7976931348623157e308,
  1e-200,
  -1e200,
  3.4028234663852886e38,
  1e-45,
  708.5,
  -745.2,
];

/** A generator of numbers in [−1, 1): xorshift32 (Marsaglia, J. Stat. Soft. 8, 2003). */
export function generator(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state / 0x80000000;
  };
}

/** Ordinary numbers in [−4, 4). */
export function ordinary(length: number, seed: number): Float64Array<ArrayBuffer> {
  const next = generator(seed);
  return Float64Array.from({ length }, () => 4 * next());
}

/** Numbers of all kinds: special, tiny, huge, ordinary. */
export function mixed(length: number, seed: number): Float64Array<ArrayBuffer> {
  const next = generator(seed);
  return Float64Array.from({ length }, (_, i) => {
    const pick = hard[(i * 7 + seed) % hard.length];
    return i % 3 === 0 && pick !== undefined ? pick : next() * 10 ** Math.round(6 * next());
  });
}
