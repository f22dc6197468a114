// A runner in a Web Worker of its own.

import type { Host, Reply } from '../apart/protocol.ts';
import { queueOver } from '../apart/queue.ts';

/** `make` starts a worker that serves requests, as `worker.ts` does. */
export function startWorker(make: () => Worker): Host {
  const worker = make();
  const queue = queueOver(
    (request) => worker.postMessage(request),
    () => worker.terminate(),
  );
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => queue.receive(data));
  worker.addEventListener('error', ({ message }) => queue.end(`its worker failed: ${message}`));
  worker.addEventListener('messageerror', () => queue.end('its worker sent what could not be read'));
  return queue;
}
