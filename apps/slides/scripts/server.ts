// A small static server for the built deck, with the headers that it wants.

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, dirname, extname, join, normalize, sep } from 'node:path';
import { embeddingPolicy, pagePolicy, timingPolicy } from './policy.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const headers = {
  'Content-Security-Policy': `${pagePolicy}; ${embeddingPolicy}`,
  // An isolated page has a finer clock, and the deck times single runs.
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

async function fileFor(folder: string, url: string): Promise<string | undefined> {
  try {
    const path = normalize(join(folder, decodeURIComponent(new URL(url, 'http://localhost').pathname)));
    if (path !== folder && !path.startsWith(folder + sep)) return undefined;
    const found = await stat(path);
    if (found.isFile()) return path;
    const index = join(path, 'index.html');
    return (await stat(index)).isFile() ? index : undefined;
  } catch {
    return undefined;
  }
}

function policyOf(name: string): string {
  // `deck.html` states a policy of its own, for the scripts within it.
  if (name === 'deck.html') return embeddingPolicy;
  return name.startsWith('timing-worker-') ? timingPolicy : headers['Content-Security-Policy'];
}

async function answer(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405, headers).end();
  const file = await fileFor(folder, request.url ?? '/');
  if (!file) return void response.writeHead(404, { ...headers, 'Content-Type': 'text/plain' }).end('not found');
  response.writeHead(200, {
    ...headers,
    'Content-Security-Policy': policyOf(basename(file)),
    'Content-Type': types[extname(file)] ?? 'application/octet-stream',
    // Names under `assets/` change with their content; everything else is asked for again.
    'Cache-Control': basename(dirname(file)) === 'assets' ? 'max-age=31536000, immutable' : 'no-cache',
  });
  if (request.method === 'HEAD') return void response.end();
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

export interface Served {
  readonly address: string;
  close(): void;
}

/**
 * Serves `folder` on this machine alone. Where `port` is taken, tries the next ones, up to 20; port 0 takes any free one.
 */
export async function serve(folder: string, port: number): Promise<Served> {
  const root = normalize(folder).replace(/[\\/]$/, '');
  const server = createServer((request, response) => void answer(root, request, response));
  for (let attempt = 0; ; attempt += 1) {
    try {
      const open = await listen(server, port === 0 ? 0 : port + attempt);
      return { address: `http://localhost:${open}/`, close: () => void server.close() };
    } catch (error) {
      if (!isTaken(error) || attempt >= 20) throw error;
    }
  }
}
