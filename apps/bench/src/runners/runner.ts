// What a runner is: a way to compute a workload. It gets the data once, before anything is timed.

import type { Answer, BenchDType, Instance } from '../workloads/lsq.ts';

export interface Runner {
  readonly name: string;
  /** Places the data and returns one call. Throws a sentence where it cannot run here. */
  readonly prepare: (instance: Instance, dtype: BenchDType) => Promise<(a: number, b: number) => Answer>;
}
