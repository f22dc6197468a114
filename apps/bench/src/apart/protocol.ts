// What is said to a runner that runs apart, in a process or a worker of its own: a question, an answer, in turn.

import type { DType } from '../workload.ts';
import type { WorkloadName } from '../workloads/index.ts';

/** A workload at one of its sizes, in one dtype. */
export interface Case {
  readonly workload: WorkloadName;
  /** The label of the size. */
  readonly size: string;
  readonly dtype: DType;
}

export type Request =
  /** Makes the data, and has the runner get ready. */
  | { readonly ask: 'open'; readonly runner: string; readonly case: Case }
  /** What the opened case gives, to be checked. */
  | { readonly ask: 'answers' }
  /** The pace, for slices of this many milliseconds. */
  | { readonly ask: 'warm'; readonly slice: number }
  /** The milliseconds that this many calls take. */
  | { readonly ask: 'time'; readonly calls: number }
  /** The right answers of a case: no runner is asked. */
  | { readonly ask: 'expected'; readonly case: Case }
  /** Whether code may be generated there: a page's policy may forbid it, and then kernels are interpreted. */
  | { readonly ask: 'generates' };

/** How fast a runner is, after a warm-up. */
export interface Pace {
  /** How many calls take about as long as was asked. */
  readonly calls: number;
  /** Milliseconds. */
  readonly perCall: number;
}

export interface Replies {
  open: null;
  answers: readonly Float64Array[];
  warm: Pace;
  time: number;
  expected: readonly Float64Array[];
  generates: boolean;
}

export type Reply =
  | { readonly ok: true; readonly value: Replies[keyof Replies] }
  | { readonly ok: false; readonly error: string };

type Of<A extends Request['ask']> = Extract<Request, { ask: A }>;

/** The other side. Asks reject with a sentence: what the runner threw, or how its process ended. */
export interface Host {
  ask<A extends Request['ask']>(request: Of<A>): Promise<Replies[A]>;
  /** Whether it is gone, by `close` or by itself. */
  readonly closed: boolean;
  close(): void;
}
