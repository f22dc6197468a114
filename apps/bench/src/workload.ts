// What a workload is: a specification of something to compute. It says what goes in, what comes out, and what is right;
// how it is computed is a runner's business.

import type { Numbers } from './seeded.ts';

export type DType = 'f64' | 'f32';

export type List = ArrayLike<number>;

/** An array of inputs in the dtype of the case. */
export type TypedNumbers = Float64Array<ArrayBuffer> | Float32Array<ArrayBuffer>;

/** Numbers that are exact in f32, in the array of a dtype: the same values for both. */
export function placed(numbers: Numbers, dtype: DType): TypedNumbers {
  return dtype === 'f32' ? Float32Array.from(numbers) : Float64Array.from(numbers);
}

export interface Workload<Size = unknown, Data = unknown, Call = unknown> {
  readonly name: string;
  /** What is computed, and what is handed back where: one sentence. */
  readonly computes: string;
  readonly dtypes: readonly DType[];
  /** Each size under the label that the report shows. */
  readonly sizes: Readonly<Record<string, Size>>;
  /** The labels of a run that only checks answers. Default: all. */
  readonly quick?: readonly string[];
  /** The labels that are timed. Default: all but those of `quick` that are only there to be checked. */
  readonly full?: readonly string[];
  /** The labels whose every call is the first one of a new process. Default: none. */
  readonly fresh?: readonly string[];
  /** Largest difference from the right answer, relative to the largest magnitude of its list. */
  readonly tolerance: Readonly<Record<DType, number>>;
  /** The data: the same bits each time. */
  data(size: Size): Data;
  /** The right answers, computed independently of every runner: a list for each array that is asked for. */
  expected(data: Data): readonly List[];
  /** A call's own answers, in the order of `expected`. */
  answers(call: Call, data: Data, dtype: DType): readonly List[] | Promise<readonly List[]>;
  /** Makes this many calls, none the same as the one before where results are numbers; gives milliseconds. */
  time(call: Call, data: Data, dtype: DType, calls: number): number | Promise<number>;
}

/** The labels of a workload's sizes at a scale. */
export function labelsOf({ sizes, quick, full }: Workload, scale: 'quick' | 'full'): readonly string[] {
  return (scale === 'quick' ? quick : full) ?? Object.keys(sizes);
}

/** A sentence that says where answers are wrong, or undefined if they are right. */
export function wrongness(got: readonly List[], expected: readonly List[], tolerance: number): string | undefined {
  if (got.length !== expected.length) return `wrong: ${got.length} answers, expected ${expected.length}`;
  for (const [i, right] of expected.entries()) {
    const mine = got[i] as List;
    const where = expected.length === 1 ? '' : ` in answer ${i + 1} of ${expected.length}`;
    if (mine.length !== right.length) return `wrong${where}: ${mine.length} numbers, expected ${right.length}`;
    let largest = 0;
    let worst = 0;
    for (let j = 0; j < right.length; j++) {
      largest = Math.max(largest, Math.abs(right[j] as number));
      const difference = Math.abs((right[j] as number) - (mine[j] as number));
      // A NaN is as wrong as can be; Math.max keeps it.
      worst = Math.max(worst, difference);
    }
    const relative = worst === 0 ? 0 : worst / largest;
    if (!(relative <= tolerance)) {
      return `wrong${where}: off by ${relative.toExponential(1)} of the largest magnitude; at most ${tolerance} is right`;
    }
  }
  return undefined;
}
