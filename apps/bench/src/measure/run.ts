// A run: all chosen workloads on all chosen runners, case by case, within its time.

import type { Case, Host } from '../apart/protocol.ts';
import { absence, type Runner } from '../runners/runner.ts';
import { labelsOf, type Workload } from '../workload.ts';
import { type WorkloadName, workloads } from '../workloads/index.ts';
import type { Line } from './line.ts';
import { type Effort, measure } from './measure.ts';

/** `quick`: small sizes, answers matter and times do not. `brief`: a few rounds, for somebody who waits. */
export type Scale = 'quick' | 'brief' | 'full';

export interface Plan {
  readonly workloads: readonly WorkloadName[];
  readonly runners: readonly Runner[];
  readonly scale: Scale;
  /** What is run. Default: all sizes of the workloads at the scale, in all dtypes. */
  readonly cases?: readonly Case[];
  /** Starts a host that knows all these runners. */
  readonly start: () => Host;
  readonly signal: AbortSignal;
  /** Called with what is going on. */
  readonly onProgress: (progress: Progress) => void;
  /** Called with each case's lines. */
  readonly onLines?: (lines: readonly Line[]) => void;
}

export interface Progress {
  /** Cases done so far, of how many. */
  readonly done: number;
  readonly of: number;
  readonly case: Case;
  readonly what: string;
}

/** What is not there to be run: a runner, and why. */
export interface Absence extends Omit<Case, 'size'> {
  readonly runner: string;
  readonly why: string;
}

export interface Outcome {
  readonly lines: readonly Line[];
  readonly absences: readonly Absence[];
  readonly interrupted: boolean;
}

const efforts: Readonly<Record<Scale, Effort>> = {
  quick: { rounds: 2, leastRounds: 1, slice: 1 },
  brief: { rounds: 7, leastRounds: 2, slice: 15 },
  full: { rounds: 25, leastRounds: 3, slice: 40 },
};

/** How long a whole run may take, in milliseconds. */
const limits: Readonly<Record<Scale, number>> = { quick: 45_000, brief: 20_000, full: 560_000 };

function casesOf({ workloads: names, scale }: Plan): Case[] {
  return names.flatMap((name) => {
    const workload: Workload = workloads[name];
    return labelsOf(workload, scale === 'quick' ? 'quick' : 'full').flatMap((size) =>
      workload.dtypes.map((dtype) => ({ workload: name, size, dtype })),
    );
  });
}

interface Hosts {
  of(runner: string): Host;
  /** Gives a host back after a case. */
  done(host: Host): void;
  close(): void;
}

/** Hosts of a run. A full one starts each case in a new one; others keep one for each runner while it lives. */
function hostsFor({ scale, start }: Plan): Hosts {
  if (scale === 'full') return { of: () => start(), done: (host) => host.close(), close: () => {} };
  const kept = new Map<string, Host>();
  return {
    of: (runner) => {
      const known = kept.get(runner);
      if (known !== undefined && !known.closed) return known;
      const host = start();
      kept.set(runner, host);
      return host;
    },
    done: () => {},
    close: () => {
      for (const host of kept.values()) host.close();
    },
  };
}

/** Runs the plan. Never rejects for what a runner does; an abort ends it early, with what there is. */
export async function run(plan: Plan): Promise<Outcome> {
  const { runners, scale, start, signal, onProgress } = plan;
  const cases = plan.cases ?? casesOf(plan);
  const lines: Line[] = [];
  const absences: Absence[] = [];
  const hosts = hostsFor(plan);
  const judge = start();
  signal.addEventListener('abort', () => judge.close(), { once: true });
  const deadline = performance.now() + limits[scale];
  for (const [done, about] of cases.entries()) {
    if (signal.aborted) break;
    const present: string[] = [];
    for (const runner of runners) {
      const why = absence(runner, about.workload, about.dtype);
      if (why === undefined) present.push(runner.name);
      else if (!absences.some((other) => sameAbsence(other, about, runner.name))) {
        absences.push({ workload: about.workload, dtype: about.dtype, runner: runner.name, why });
      }
    }
    const now = performance.now();
    const more = await measuredUnlessAborted(about, present, {
      hostOf: hosts.of,
      done: hosts.done,
      fresh: start,
      judge,
      effort: efforts[scale],
      until: now + (deadline - now) / (cases.length - done),
      signal,
      onProgress: (what) => onProgress({ done, of: cases.length, case: about, what }),
    });
    lines.push(...more);
    plan.onLines?.(more);
  }
  hosts.close();
  judge.close();
  return { lines, absences, interrupted: signal.aborted };
}

/** As `measure`; an abort while right answers are awaited leaves nothing of the case. */
async function measuredUnlessAborted(...[about, present, setting]: Parameters<typeof measure>): Promise<Line[]> {
  try {
    return await measure(about, present, setting);
  } catch (error) {
    if (setting.signal.aborted) return [];
    throw error;
  }
}

function sameAbsence(known: Absence, { workload, dtype }: Case, runner: string): boolean {
  return known.workload === workload && known.dtype === dtype && known.runner === runner;
}
