// What a GradBench module is here: functions of an input, split into what is done before, what is timed, and after.

import type { Api } from '../objectives/api.ts';

/** How often a function is to be run: both must be reached. */
export interface Runs {
  readonly min_runs?: number;
  readonly min_seconds?: number;
}

export interface Task {
  /** One run: all of the work is done when it returns. */
  run(): unknown;
  /** What a run returned, as the protocol has it. */
  output(result: unknown): unknown;
}

/** Puts the input in place. */
export type Prepare = (api: Api, input: never) => Task;

export type Module = Readonly<Record<string, Prepare>>;

export function task<Result>(run: () => Result, output: (result: Result) => unknown): Task {
  return { run, output: output as (result: unknown) => unknown };
}
