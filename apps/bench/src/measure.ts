// Interleaved timing: in each round every runner is timed once, so that a machine whose speed drifts slows all alike,
// and each ratio is taken within its round. A ready-made harness times one function after the other, which cannot do that.

import type { Runner } from './runners/runner.ts';
import { type Answer, type BenchDType, lsqAnswer, lsqInstance, wrongness } from './workloads/lsq.ts';

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
  /** Time divided by the reference's in the same round. */
  readonly ratio?: Quartiles;
  readonly problem?: string;
}

export interface Effort {
  readonly rounds: number;
  /** Milliseconds for each runner in a round. */
  readonly slice: number;
}

export function quartiles(values: readonly number[]): Quartiles {
  const sorted = values.toSorted((l, r) => l - r);
  const at = (share: number): number => {
    const position = share * (sorted.length - 1);
    const below = sorted[Math.floor(position)] ?? Number.NaN;
    return below + (position - Math.floor(position)) * ((sorted[Math.ceil(position)] ?? below) - below);
  };
  return { low: at(0.25), median: at(0.5), high: at(0.75) };
}

type Call = (a: number, b: number) => Answer;

/** Runs a call many times; each result moves the next a and b a little, so that nothing can be hoisted or dropped. */
function batch(call: Call, calls: number): number {
  let a = 2;
  let b = 1;
  const start = performance.now();
  for (let i = 0; i < calls; i++) {
    const [, byA, byB] = call(a, b);
    a = 2 + 1e-9 * Math.sign(byA);
    b = 1 + 1e-9 * Math.sign(byB);
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

/** Validates each runner, then times those that are right, round by round. The first of them is the reference. */
export async function measure(
  runners: readonly Runner[],
  size: number,
  dtype: BenchDType,
  { rounds, slice }: Effort,
): Promise<Line[]> {
  const instance = lsqInstance(size);
  const expected = lsqAnswer(instance, 2, 1);
  const about = { workload: 'lsq', size, dtype };
  const problems: Line[] = [];
  const ready: { readonly name: string; readonly call: Call; readonly calls: number; readonly times: number[] }[] = [];
  for (const { name, prepare } of runners) {
    try {
      const call = await prepare(instance, dtype);
      const problem = wrongness(call(2, 1), expected, dtype);
      if (problem !== undefined) problems.push({ ...about, runner: name, problem: `wrong: ${problem}` });
      else ready.push({ name, call, calls: callsFor(call, slice), times: [] });
    } catch (error) {
      problems.push({ ...about, runner: name, problem: error instanceof Error ? error.message : String(error) });
    }
  }
  for (let round = 0; round < rounds; round++) {
    for (const { call, calls, times } of ready) times.push((1000 * batch(call, calls)) / calls);
  }
  const reference = ready[0]?.times ?? [];
  const lines = ready.map(({ name, times }): Line => {
    const ratios = times.map((time, round) => time / (reference[round] ?? Number.NaN));
    return { ...about, runner: name, time: quartiles(times), ratio: quartiles(ratios) };
  });
  return [...lines, ...problems];
}
