// What a runner is: a way to compute workloads. This file and a runner's front door load nothing of what it runs on, so
// that one that is missing or broken is found out where it is used.

import type { DType, List, Workload } from '../workload.ts';
import type { WorkloadName, Workloads } from '../workloads/index.ts';

type DataOf<W> = W extends Workload<infer _Size, infer Data, infer _Call> ? Data : never;
type CallOf<W> = W extends Workload<infer _Size, infer _Data, infer Call> ? Call : never;

/** Places data on the runner's side and gives the call. Throws a sentence where it cannot. */
export type Prepare<W extends WorkloadName> = (
  data: DataOf<Workloads[W]>,
  dtype: DType,
) => CallOf<Workloads[W]> | Promise<CallOf<Workloads[W]>>;

/** The workloads that a runner has a call for. */
export type Prepares = { readonly [W in WorkloadName]?: Prepare<W> };

/** A case in a runner's hands: its answers for the check, and calls for the clock. */
export interface Subject {
  answers(): readonly List[] | Promise<readonly List[]>;
  /** Makes this many calls; gives milliseconds. */
  time(calls: number): number | Promise<number>;
  close?(): void;
}

export interface Runner {
  readonly name: string;
  /** What it is, for the report. */
  readonly about: string;
  /** The packages of this repository, what one writes instead, other libraries, and what the hardware allows. */
  readonly group: 'own' | 'hand' | 'peer' | 'limit';
  /** npm packages whose versions the report names. */
  readonly packages: readonly string[];
  readonly dtypes: readonly DType[];
  readonly workloads: readonly WorkloadName[];
  /** Why it has no more than that, as a sentence; nothing if it has everything. */
  readonly lacks?: string;
  open(workload: WorkloadName, data: unknown, dtype: DType): Promise<Subject>;
}

/** Why a runner has nothing to run here, or undefined if it has. */
export function absence(runner: Runner, workload: WorkloadName, dtype: DType): string | undefined {
  if (!runner.workloads.includes(workload)) return runner.lacks ?? `has no ${workload}`;
  if (!runner.dtypes.includes(dtype)) return `has no ${dtype}`;
  return undefined;
}
