// The process that `startChild` starts.

import { runners } from '../runners/index.ts';
import type { Request } from './protocol.ts';
import { server } from './serve.ts';

const answer = server(runners);
process.on('message', async (request: Request) => {
  process.send?.(await answer(request));
});
// Ctrl-C reaches the whole group; who started this process decides when it ends.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit());
