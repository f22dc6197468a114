// The front door for pages, such as an appendix slide: the workloads on the two packages, each in a Web Worker, so that the
// page stays alive. `await runApart({ start, workloads: ['lsq'], onLines: (lines) => draw(lines) })`, where `start` makes a
// worker of `bench/browser/worker`: how, is the page's bundler's business.

import type { Case } from '../apart/protocol.ts';
import { choose } from '../measure/choose.ts';
import type { Line } from '../measure/line.ts';
import { type Outcome, type Progress, run, type Scale } from '../measure/run.ts';
import { type WorkloadName, workloadNames } from '../workloads/index.ts';
import { engines } from './engines.ts';
import { startWorker } from './start-worker.ts';

export type { Case } from '../apart/protocol.ts';
export { type Line, reference } from '../measure/line.ts';
export type { Quartiles } from '../measure/quartiles.ts';
export type { Absence, Outcome, Progress } from '../measure/run.ts';
export { type WorkloadName, workloadNames, workloads } from '../workloads/index.ts';

export type EngineName = 'core' | 'wasm';

export interface Options {
  /** Default: all. */
  readonly workloads?: readonly WorkloadName[];
  /** Default: both. */
  readonly runners?: readonly EngineName[];
  /** Instead of all sizes of workloads in all dtypes: these cases, in this order. */
  readonly cases?: readonly Case[];
  /**
   * `quick`: small sizes and few rounds. `brief`: 20 seconds in all, or as long as checking the answers takes. Default:
   * `full`, which takes minutes for all workloads.
   */
  readonly scale?: Scale;
  /** Ends the run early, with what there is. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Called with each case's lines as soon as it is measured. */
  readonly onLines?: (lines: readonly Line[]) => void;
  /** Starts a worker of `bench/browser/worker`. */
  readonly start: () => Worker;
}

/** Whether kernels are generated code in such a worker; where its policy forbids that, core interprets them. */
export async function generatesCode(start: () => Worker): Promise<boolean> {
  const host = startWorker(start);
  try {
    return await host.ask({ ask: 'generates' });
  } finally {
    host.close();
  }
}

/**
 * Runs workloads on the two packages. Answers are checked before anything is timed; a wrong one is a line with a problem.
 * Throws a sentence for unknown names.
 */
export function runApart({ start, ...options }: Options): Promise<Outcome> {
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
    ...(options.cases !== undefined && { cases: options.cases }),
    ...(options.onLines !== undefined && { onLines: options.onLines }),
  });
}
