// Seeded numbers for inputs: the same bits in every runner, and exact in f32, so that both dtypes start from one data set.
// Not the engine's `random`: data must not depend on what is measured.

export type Numbers = Float64Array<ArrayBuffer>;

export interface Seeded {
  /** `length` numbers, uniform in [from, to). */
  uniform(length: number, from?: number, to?: number): Numbers;
  /** `length` numbers, about normal: the sum of twelve uniform ones, less 6. */
  normal(length: number, std?: number): Numbers;
}

/** A generator of its own for each seed (Marsaglia's xorshift32, Journal of Statistical Software 8, 2003). */
export function seeded(seed: number): Seeded {
  let state = (seed * 2654435761 + 2463534242) | 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const bell = (): number => {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += next();
    return sum;
  };
  return {
    uniform: (length, from = 0, to = 1) =>
      new Float64Array(length).map(() => Math.fround(from + Math.fround(next() * (1 - 2 ** -20)) * (to - from))),
    normal: (length, std = 1) => new Float64Array(length).map(() => Math.fround(std * bell())),
  };
}
