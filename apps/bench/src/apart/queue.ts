// A host over anything that carries messages: one request under way at a time, and an end that fails what is under way.

import type { Host, Replies, Reply, Request } from './protocol.ts';

/** How long an answer may take before the other side counts as hung, in milliseconds. */
export const patience = 120_000;

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

export interface Queue extends Host {
  /** To be called with each reply. */
  receive(reply: Reply): void;
  /** To be called when the other side is gone: all asks fail with this sentence from now on. */
  end(why: string): void;
}

/** Throws nothing: what goes wrong rejects the ask that it meets. */
export function queueOver(send: (request: Request) => void, stop: () => void): Queue {
  let waiting: Waiting | undefined;
  let ended: string | undefined;
  const take = (): Waiting | undefined => {
    const taken = waiting;
    waiting = undefined;
    if (taken !== undefined) clearTimeout(taken.timer);
    return taken;
  };
  const queue: Queue = {
    ask: (request) =>
      new Promise<Replies[typeof request.ask]>((resolve, reject) => {
        if (ended !== undefined) {
          reject(new Error(ended));
          return;
        }
        const late = (): void => {
          queue.end(`no answer within ${patience / 1000} s`);
          stop();
        };
        waiting = { resolve: resolve as (value: never) => void, reject, timer: setTimeout(late, patience) };
        send(request);
      }),
    get closed() {
      return ended !== undefined;
    },
    receive: (reply) => {
      const taken = take();
      if (reply.ok) taken?.resolve(reply.value as never);
      else taken?.reject(new Error(reply.error));
    },
    end: (why) => {
      ended ??= why;
      take()?.reject(new Error(why));
    },
    close: () => {
      queue.end('closed');
      stop();
    },
  };
  return queue;
}
