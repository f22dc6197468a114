// Measures one case in a thread of its own. V8 keeps what it learnt of a function: a loop that has run on f64 arrays is
// about two times slower on f32 arrays afterwards, and the other way round, so that the order of cases would decide.

import { Worker } from 'node:worker_threads';
import type { Effort, Line } from './measure.ts';
import type { BenchDType } from './workloads/lsq.ts';

/** What a thread measures: one size and dtype, on the runners with these names (all of them if there is none). */
export interface Case {
  readonly runners: readonly string[];
  readonly size: number;
  readonly dtype: BenchDType;
  readonly effort: Effort;
}

/** The lines of one case. Rejects with what the thread threw. */
export function measureApart(workerData: Case): Promise<readonly Line[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData });
    worker.once('message', (lines: readonly Line[]) => resolve(lines));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread ended with code ${code} before it had a result`)));
  });
}
