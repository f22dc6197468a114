// A runner in a process of its own: it may crash, hang or leak, and nothing it taught the compiler reaches another.

import { fork } from 'node:child_process';
import type { Host, Reply } from './protocol.ts';
import { queueOver } from './queue.ts';

/** Where children start: a module that answers requests. */
const entry: URL = new URL('./child.ts', import.meta.url);

export function startChild(module: URL = entry): Host {
  // What peers print is no part of the report; the last of it says why one crashed.
  const child = fork(module, { serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let printed = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    printed = (printed + text).slice(-2000);
  });
  const queue = queueOver(
    (request) => child.send(request, (error) => error && queue.end(error.message)),
    () => child.kill('SIGKILL'),
  );
  child.on('message', (reply: Reply) => queue.receive(reply));
  child.on('error', (error) => queue.end(error.message));
  child.on('close', (code, signal) => {
    const said = printed.split('\n').find((line) => /\b\w*Error\b|fatal/i.test(line));
    queue.end(`its process ended with ${signal ?? `code ${code}`}${said === undefined ? '' : `: ${said.trim()}`}`);
  });
  return queue;
}
