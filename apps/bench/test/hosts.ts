// Hosts for tests that need no process: a server of given runners, in the test's own thread.

import type { Host, Request } from '../src/apart/protocol.ts';
import { queueOver } from '../src/apart/queue.ts';
import { server } from '../src/apart/serve.ts';
import type { Runner } from '../src/runners/runner.ts';

/** A host that knows these runners. */
export function hostOf(runners: readonly Runner[]): Host {
  const answer = server(runners);
  const queue = queueOver(
    async (request: Request) => queue.receive(await answer(request)),
    () => {},
  );
  return queue;
}

/** A runner of lsq alone, with some of its parts replaced. */
export function lsqRunner(name: string, open: Runner['open'], rest: Partial<Runner> = {}): Runner {
  return { name, about: 'for a test', group: 'peer', packages: [], dtypes: ['f64'], workloads: ['lsq'], open, ...rest };
}
