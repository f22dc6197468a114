// Measures one case: every runner's answers are checked first, and only those that are right are timed. Rounds are
// interleaved: in each round every runner is timed once, so that a machine whose speed drifts slows all alike, and each
// ratio is taken within its round. Ready-made harnesses (mitata, tinybench) time one function after the other and know
// no other process, which rules out both.

import type { Case, Host, Pace } from '../apart/protocol.ts';
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
  /** Microseconds per call, round by round. */
  readonly rounds: number[];
  pace: Pace;
}

/** A case under way: what each step needs, and the problems so far. */
interface Trial extends Setting {
  readonly about: Case;
  readonly workload: Workload;
  readonly problems: Line[];
}

/** The pace of a runner that was not warmed up. */
const unknown: Pace = { calls: 1, perCall: 0 };

/** A runner whose call takes this many slices is measured in the least number of rounds: the others need not wait. */
const slow = 20;

/** An answer that differs from the right one: the sentence that says where. */
class WrongAnswer extends Error {}

/** Notes what went wrong. A host that failed is of no use any more; one whose answers are wrong is. */
function fail({ about, problems, signal }: Trial, { runner, host }: Contender, error: unknown): void {
  const problem = error instanceof Error ? error.message : String(error);
  if (!signal.aborted) problems.push({ ...about, runner, problem });
  if (!(error instanceof WrongAnswer)) host.close();
}

/** Those whose answers are right. Nothing is timed yet: all may work at once. */
async function check(trial: Trial, contenders: readonly Contender[]): Promise<Contender[]> {
  const { about, workload, judge, onProgress } = trial;
  onProgress('checking');
  const expected = judge.ask({ ask: 'expected', case: about });
  const right = await Promise.all(
    contenders.map(async (contender) => {
      const { runner, host } = contender;
      try {
        await host.ask({ ask: 'open', runner, case: about });
        const problem = wrongness(await host.ask({ ask: 'answers' }), await expected, workload.tolerance[about.dtype]);
        if (problem !== undefined) throw new WrongAnswer(problem);
        return [contender];
      } catch (error) {
        fail(trial, contender, error);
        return [];
      }
    }),
  );
  await expected;
  return right.flat();
}

/** Lets one after the other act; those that could. An abort ends it, and loses nobody. */
async function inTurn(
  trial: Trial,
  contenders: readonly Contender[],
  what: string,
  act: (contender: Contender) => Promise<void>,
): Promise<readonly Contender[]> {
  const able: Contender[] = [];
  for (const contender of contenders) {
    if (trial.signal.aborted) return contenders;
    trial.onProgress(`${what} ${contender.runner}`);
    try {
      await act(contender);
      able.push(contender);
    } catch (error) {
      fail(trial, contender, error);
    }
  }
  return able;
}

/** Milliseconds of the first call in a new process. */
async function firstCall({ about, fresh }: Trial, runner: string): Promise<number> {
  const host = fresh();
  try {
    await host.ask({ ask: 'open', runner, case: about });
    return await host.ask({ ask: 'time', calls: 1 });
  } finally {
    host.close();
  }
}

/** Fills the rounds of all, until there are enough or time runs out; those that could. */
async function race(trial: Trial, contenders: readonly Contender[]): Promise<readonly Contender[]> {
  const { about, workload, effort, signal, until } = trial;
  const fresh = workload.fresh?.includes(about.size) ?? false;
  let able = contenders;
  if (!fresh) {
    able = await inTurn(trial, able, 'warming up', async (contender) => {
      contender.pace = await contender.host.ask({ ask: 'warm', slice: effort.slice });
    });
  }
  for (let round = 0; round < effort.rounds && !signal.aborted && able.length > 0; round++) {
    const enough = round >= effort.leastRounds;
    if (enough && performance.now() > until) break;
    able = await inTurn(trial, able, `round ${round + 1} of ${effort.rounds}:`, async (contender) => {
      const { runner, host, rounds, pace } = contender;
      if (enough && pace.perCall > slow * effort.slice) return;
      const took = fresh ? await firstCall(trial, runner) : await host.ask({ ask: 'time', calls: pace.calls });
      rounds.push((1000 * took) / pace.calls);
    });
  }
  return able.filter(({ rounds }) => rounds.length > 0);
}

/** The lines of a case. What was measured before an abort is kept. */
export async function measure(about: Case, runners: readonly string[], setting: Setting): Promise<Line[]> {
  const trial: Trial = { ...setting, about, workload: workloads[about.workload], problems: [] };
  const all = runners.map((runner) => ({ runner, host: setting.hostOf(runner), rounds: [], pace: { ...unknown } }));
  const stop = (): void => {
    for (const { host } of all) host.close();
  };
  setting.signal.addEventListener('abort', stop, { once: true });
  const timed = await race(trial, await check(trial, all));
  setting.signal.removeEventListener('abort', stop);
  for (const { host } of all) setting.done(host);
  const base = timed.find(({ runner }) => runner === reference)?.rounds;
  return [...timed.map(({ runner, rounds }) => timedLine(about, runner, rounds, base)), ...trial.problems];
}
