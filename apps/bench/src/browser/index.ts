// The front door for pages, such as an appendix slide: the workloads on the two packages, each in a Web Worker, so that the
// page stays alive. `await runApart({ workloads: ['lsq'], onLines: (lines) => draw(lines) })`.

import { choose } from '../measure/choose.ts';
import type { Line } from '../measure/line.ts';
import { type Outcome, type Progress, run } from '../measure/run.ts';
import { type WorkloadName, workloadNames } from '../workloads/index.ts';
import { engines } from './engines.ts';
import { startWorker } from './start-worker.ts';

export type { Case } from '../apart/protocol.ts';
export { type Line, reference } from '../measure/line.ts';
export type { Quartiles } from '../measure/quartiles.ts';
export type { Absence, Outcome, Progress } from '../measure/run.ts';
export { chart } from '../report/chart.ts';
export { showRatio, showTime } from '../report/format.ts';
export { type WorkloadName, workloadNames, workloads } from '../workloads/index.ts';

export type EngineName = 'core' | 'wasm';

export interface Options {
  /** Default: all. */
  readonly workloads?: readonly WorkloadName[];
  /** Default: both. */
  readonly runners?: readonly EngineName[];
  /** `quick`: small sizes and few rounds. Default: `full`, which takes minutes for all workloads. */
  readonly scale?: 'quick' | 'full';
  /** Ends the run early, with what there is. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Called with each case's lines as soon as it is measured. */
  readonly onLines?: (lines: readonly Line[]) => void;
  /** Starts the worker: for a page that brings its own copy of `bench/browser/worker`. Default: a module worker. */
  readonly start?: () => Worker;
}

const moduleWorker = (): Worker => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

/**
 * Runs workloads on the two packages. Answers are checked before anything is timed; a wrong one is a line with a problem.
 * Throws a sentence for unknown names.
 */
export function runApart({ start = moduleWorker, ...options }: Options = {}): Promise<Outcome> {
  const names = choose(
    'runner',
    engines.map(({ name }) => name),
    options.runners ?? [],
  );
  return run({
    workloads: choose('workload', workloadNames, options.workloads ?? []),
    runners: engines.filter(({ name }) => names.includes(name)),
    scale: options.scale ?? 'full',
    start: () => startWorker(start),
    signal: options.signal ?? new AbortController().signal,
    onProgress: options.onProgress ?? (() => {}),
    ...(options.onLines !== undefined && { onLines: options.onLines }),
  });
}
