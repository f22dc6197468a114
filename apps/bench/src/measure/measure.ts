// Measures one case: every runner's answers are checked first, and only those that are right are timed. Rounds are
// interleaved: in each round every runner is timed once, so that a machine whose speed drifts slows all alike, and each
// ratio is taken within its round. Ready-made harnesses (mitata, tinybench) time one function after the other and know
// no other process, which rules out both.

import type { Case, Host } from '../apart/protocol.ts';
import { type Workload, wrongness } from '../workload.ts';
import { workloads } from '../workloads/index.ts';
import { type Line, reference, timedLine } from './line.ts';

export interface Effort {
  readonly rounds: number;
  /** What stays of `rounds` when time runs out. */
  readonly leastRounds: number;
  /** Milliseconds for each runner in a round. */
  readonly slice: number;
}

export interface Setting {
  /** Gives a host for a runner: a new one, or one that is kept for all cases. */
  readonly hostOf: (runner: string) => Host;
  /** Gives a host up after a case. */
  readonly done: (host: Host) => void;
  /** A new host, for calls that must be the first of their process. */
  readonly fresh: () => Host;
  /** Who is asked for the right answers. */
  readonly judge: Host;
  readonly effort: Effort;
  /** When to stop, by `performance.now()`. */
  readonly until: number;
  readonly signal: AbortSignal;
  /** Called with what is going on, now and then. */
  readonly onProgress: (what: string) => void;
}

interface Contender {
  readonly runner: string;
  readonly host: Host;
  readonly rounds: number[];
  calls: number;
}

/** An answer that differs from the right one: the sentence that says where. */
class WrongAnswer extends Error {}

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The lines of a case. What was measured before an abort is kept. */
export async function measure(about: Case, runners: readonly string[], setting: Setting): Promise<Line[]> {
  const { effort, signal, judge, onProgress } = setting;
  const workload: Workload = workloads[about.workload];
  const fresh = workload.fresh?.includes(about.size) ?? false;
  const problems: Line[] = [];
  /** A host that failed is of no use any more; one whose answers are wrong is. */
  const fail = ({ runner, host }: Contender, error: unknown): void => {
    if (!signal.aborted) problems.push({ ...about, runner, problem: sentence(error) });
    if (!(error instanceof WrongAnswer)) host.close();
  };
  const all = runners.map((runner): Contender => ({ runner, host: setting.hostOf(runner), rounds: [], calls: 1 }));
  const stop = (): void => {
    for (const { host } of all) host.close();
  };
  signal.addEventListener('abort', stop, { once: true });

  onProgress('checking');
  const expected = judge.ask({ ask: 'expected', case: about });
  // Nothing is timed yet: all may work at once.
  const right = await Promise.all(
    all.map(async (contender) => {
      const { runner, host } = contender;
      try {
        await host.ask({ ask: 'open', runner, case: about });
        const problem = wrongness(await host.ask({ ask: 'answers' }), await expected, workload.tolerance[about.dtype]);
        if (problem !== undefined) throw new WrongAnswer(problem);
        return [contender];
      } catch (error) {
        fail(contender, error);
        return [];
      }
    }),
  );
  await expected;
  let contenders = right.flat();

  const each = async (what: string, act: (contender: Contender) => Promise<void>): Promise<void> => {
    const still: Contender[] = [];
    for (const contender of contenders) {
      if (signal.aborted) return;
      onProgress(`${what} ${contender.runner}`);
      try {
        await act(contender);
        still.push(contender);
      } catch (error) {
        fail(contender, error);
      }
    }
    contenders = still;
  };
  if (!fresh) {
    await each('warming up', async (contender) => {
      contender.calls = await contender.host.ask({ ask: 'warm', slice: effort.slice });
    });
  }
  for (let round = 0; round < effort.rounds && !signal.aborted && contenders.length > 0; round++) {
    if (round >= effort.leastRounds && performance.now() > setting.until) break;
    await each(`round ${round + 1} of ${effort.rounds}:`, async ({ runner, host, rounds, calls }) => {
      const took = fresh ? await firstCall(about, runner, setting) : await host.ask({ ask: 'time', calls });
      rounds.push((1000 * took) / calls);
    });
  }
  const whole = Math.min(...contenders.map(({ rounds }) => rounds.length));
  const base = contenders.find(({ runner }) => runner === reference)?.rounds;
  signal.removeEventListener('abort', stop);
  for (const { host } of all) setting.done(host);
  const timed = whole === 0 ? [] : contenders;
  return [...timed.map(({ runner, rounds }) => timedLine(about, runner, rounds.slice(0, whole), base)), ...problems];
}

/** Milliseconds of the first call in a new process. */
async function firstCall(about: Case, runner: string, { fresh }: Setting): Promise<number> {
  const host = fresh();
  try {
    await host.ask({ ask: 'open', runner, case: about });
    return await host.ask({ ask: 'time', calls: 1 });
  } finally {
    host.close();
  }
}
