// Answers requests in a Web Worker.

import type { Request } from '../apart/protocol.ts';
import { server } from '../apart/serve.ts';
import type { Runner } from '../runners/runner.ts';

export function serveWorker(runners: readonly Runner[]): void {
  const answer = server(runners);
  self.addEventListener('message', async ({ data }: MessageEvent<Request>) => {
    self.postMessage(await answer(data));
  });
}
