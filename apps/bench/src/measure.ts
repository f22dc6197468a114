// Interleaved timing: in each round every runner is timed once, so that a machine whose speed drifts slows all alike,
// and each ratio is taken within its round. A ready-made harness times one function after the other, which cannot do that.

import type { Runner } from './runners/runner.ts';
import { type Answer, type BenchDType, type Instance, lsqAnswer, lsqInstance, wrongness } from './workloads/lsq.ts';

export interface Quartiles {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** One line of the report: times in microseconds per call, or what went wrong. */
export interface Line {
  readonly workload: string;
  readonly size: number;
  readonly dtype: BenchDType;
  readonly runner: string;
  readonly time?: Quartiles;
  /** Time divided by the reference's in the same round; absent if the reference was not timed. */
  readonly ratio?: Quartiles;
  readonly problem?: string;
}

export interface Effort {
  readonly rounds: number;
  /** Milliseconds for each runner in a round. */
  readonly slice: number;
}

/** The runner that every ratio is to. */
export const reference = 'loops';

export function quartiles(values: readonly number[]): Quartiles {
  const sorted = values.toSorted((l, r) => l - r);
  const at = (share: number): number => {
    const position = share * (sorted.length - 1);
    const below = sorted[Math.floor(position)] ?? Number.NaN;
    return below + (position - Math.floor(position)) * ((sorted[Math.ceil(position)] ?? below) - below);
  };
  return { low: at(0.25), median: at(0.5), high: at(0.75) };
}

export type Call = (a: number, b: number) => Answer;

// Survives rounding to f32 beside 1 and 2: a smaller step would repeat the same call there.
const step = 2 ** -10;

/**
 * Runs a call many times. Each result decides on which side of 2 and 1 the next a and b lie, and how far changes from
 * call to call: no call of a batch repeats the one before it, and nothing can be hoisted or dropped. Gives milliseconds.
 */
export function batch(call: Call, calls: number): number {
  let a = 2;
  let b = 1;
  const start = performance.now();
  for (let i = 0; i < calls; i++) {
    const [, byA, byB] = call(a, b);
    const move = step * (1 + (i & 7));
    a = byA < 0 ? 2 - move : 2 + move;
    b = byB < 0 ? 1 - move : 1 + move;
  }
  return performance.now() - start;
}

/** How many calls fill a slice, after a warm-up. */
function callsFor(call: Call, slice: number): number {
  let calls = 1;
  for (let warm = 0; warm < 40; warm++) {
    const time = batch(call, calls);
    if (time >= slice) return Math.max(1, Math.round((calls * slice) / time));
    calls *= 2;
  }
  return calls;
}

// The first point comes again at the end: a call must not depend on those before it.
const points: readonly (readonly [a: number, b: number])[] = [
  [2, 1],
  [-3, 0.25],
  [2, 1],
];

type Check = (call: Call) => string | undefined;

/** A check of calls on this data, which says what is wrong at the first point where something is. */
function checkOf(instance: Instance, dtype: BenchDType): Check {
  const cases = points.map(([a, b]) => ({ a, b, expected: lsqAnswer(instance, a, b) }));
  return (call) => {
    for (const { a, b, expected } of cases) {
      const problem = wrongness(call(a, b), expected, dtype);
      if (problem !== undefined) return `wrong at a = ${a}, b = ${b}: ${problem}`;
    }
    return undefined;
  };
}

/** Validates each runner, then times those that are right, round by round. */
export async function measure(
  runners: readonly Runner[],
  size: number,
  dtype: BenchDType,
  { rounds, slice }: Effort,
): Promise<Line[]> {
  const instance = lsqInstance(size);
  const check = checkOf(instance, dtype);
  const about = { workload: 'lsq', size, dtype };
  const problems: Line[] = [];
  const ready: { readonly name: string; readonly call: Call; readonly calls: number; readonly times: number[] }[] = [];
  for (const { name, prepare } of runners) {
    try {
      const call = await prepare(instance, dtype);
      const problem = check(call);
      if (problem !== undefined) problems.push({ ...about, runner: name, problem });
      else ready.push({ name, call, calls: callsFor(call, slice), times: [] });
    } catch (error) {
      problems.push({ ...about, runner: name, problem: error instanceof Error ? error.message : String(error) });
    }
  }
  for (let round = 0; round < rounds; round++) {
    for (const { call, calls, times } of ready) times.push((1000 * batch(call, calls)) / calls);
  }
  const base = ready.find(({ name }) => name === reference)?.times;
  const lines = ready.map(({ name, times }): Line => {
    const line = { ...about, runner: name, time: quartiles(times) };
    if (base === undefined) return line;
    return { ...line, ratio: quartiles(times.map((time, round) => time / (base[round] ?? Number.NaN))) };
  });
  return [...lines, ...problems];
}
