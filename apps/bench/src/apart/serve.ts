// The side that runs: answers requests with the runners it knows. It does not know what carries them.

import type { Runner, Subject } from '../runners/runner.ts';
import type { Workload } from '../workload.ts';
import { workloads } from '../workloads/index.ts';
import type { Case, Pace, Replies, Reply, Request } from './protocol.ts';

function dataOf({ workload, size }: Case): unknown {
  const { sizes, data }: Workload = workloads[workload];
  return data(sizes[size]);
}

function mayGenerate(): boolean {
  try {
    return new Function('return true')() === true;
  } catch {
    return false;
  }
}

/** At least this many milliseconds of calls before the first that counts: compilers need them. */
const warmth = 150;

async function warm(subject: Subject, slice: number): Promise<Pace> {
  let calls = 1;
  let spent = 0;
  for (;;) {
    const took = await subject.time(calls);
    spent += took;
    const enough = took >= slice || calls >= 2 ** 30;
    if (enough && spent >= Math.min(warmth, 3 * slice)) {
      const perCall = took / calls;
      return { calls: Math.max(1, Math.round(slice / perCall)), perCall };
    }
    if (!enough) calls *= 2;
  }
}

/** A function that answers requests, one after the other. */
export function server(runners: readonly Runner[]): (request: Request) => Promise<Reply> {
  let subject: Subject | undefined;
  const opened = (): Subject => {
    if (subject === undefined) throw new Error('nothing is open');
    return subject;
  };
  const answer = async (request: Request): Promise<Replies[keyof Replies]> => {
    switch (request.ask) {
      case 'open': {
        subject?.close?.();
        subject = undefined;
        const runner = runners.find(({ name }) => name === request.runner);
        if (runner === undefined) throw new Error(`there is no runner ${request.runner}`);
        subject = await runner.open(request.case.workload, dataOf(request.case), request.case.dtype);
        return null;
      }
      case 'answers':
        return (await opened().answers()).map((list) => Float64Array.from(list));
      case 'warm':
        return await warm(opened(), request.slice);
      case 'time':
        return await opened().time(request.calls);
      case 'expected': {
        const { expected }: Workload = workloads[request.case.workload];
        return expected(dataOf(request.case)).map((list) => Float64Array.from(list));
      }
      case 'generates':
        return mayGenerate();
    }
  };
  return async (request) => {
    try {
      return { ok: true, value: await answer(request) };
    } catch (error) {
      return { ok: false, error: error instanceof Error ? error.message : String(error) };
    }
  };
}
