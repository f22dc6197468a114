// Bytes of a stream, as many at a time as are asked for.

import type { Readable } from 'node:stream';

/** A function that gives the next so many bytes; it rejects when the stream ends before. One call at a time. */
export function byteReader(stream: Readable): (count: number) => Promise<ArrayBuffer> {
  const chunks: Uint8Array[] = [];
  let held = 0;
  let ended = false;
  let wake = (): void => {};
  stream.on('data', (chunk: Uint8Array) => {
    chunks.push(chunk);
    held += chunk.length;
    wake();
  });
  stream.on('close', () => {
    ended = true;
    wake();
  });

  const take = (count: number): ArrayBuffer => {
    const bytes = new Uint8Array(count);
    let filled = 0;
    while (filled < count) {
      const first = chunks[0] as Uint8Array;
      const part = first.subarray(0, count - filled);
      bytes.set(part, filled);
      filled += part.length;
      if (part.length === first.length) chunks.shift();
      else chunks[0] = first.subarray(part.length);
    }
    held -= count;
    return bytes.buffer;
  };
  return async (count) => {
    while (held < count) {
      if (ended) throw new Error('the stream ended early');
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return take(count);
  };
}
