// lsq: value and gradient of Σ(yᵢ − (a xᵢ + b))², the lecture's loss, over seeded data.

/** What a runner gives back: the loss, and its derivatives by a and b. */
export type Answer = readonly [loss: number, byA: number, byB: number];

export interface Instance {
  readonly x: Float64Array<ArrayBuffer>;
  readonly y: Float64Array<ArrayBuffer>;
}

/** How many points; each size is timed on its own. */
export const sizes: readonly number[] = [3, 1000, 1_000_000];

export const dtypes = ['f64', 'f32'] as const;
export type BenchDType = (typeof dtypes)[number];

/** Largest difference from the exact answer, relative to the largest magnitude in it. */
export const tolerance: Readonly<Record<BenchDType, number>> = { f64: 1e-12, f32: 1e-4 };

/** The line y = 0.5 x + 1 with noise, seeded (xorshift32); every number fits in f32 exactly. */
export function lsqInstance(size: number): Instance {
  let state = 2463534242;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return Math.fround(state / 0x80000000);
  };
  const x = Float64Array.from({ length: size }, next);
  const y = x.map((at) => Math.fround(0.5 * at + 1 + 0.1 * next()));
  return { x, y };
}

/** The sum of terms with the error of each addition carried along (Neumaier, ZAMM 54, 1974). */
function compensated(size: number, term: (i: number) => number): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < size; i++) {
    const value = term(i);
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}

/** The answer that every runner must give. */
export function lsqAnswer({ x, y }: Instance, a: number, b: number): Answer {
  const residual = (i: number): number => (y[i] ?? 0) - (a * (x[i] ?? 0) + b);
  return [
    compensated(x.length, (i) => residual(i) ** 2),
    compensated(x.length, (i) => -2 * (x[i] ?? 0) * residual(i)),
    compensated(x.length, (i) => -2 * residual(i)),
  ];
}

/** A sentence that says what is wrong with an answer, or undefined if it is right. */
export function wrongness(got: Answer, expected: Answer, dtype: BenchDType): string | undefined {
  const largest = Math.max(...expected.map(Math.abs));
  const worst = Math.max(...expected.map((value, i) => Math.abs(value - (got[i] ?? Number.NaN)))) / largest;
  if (worst <= tolerance[dtype]) return undefined;
  return `off by ${worst.toExponential(1)} of the largest magnitude; at most ${tolerance[dtype]} is right`;
}
