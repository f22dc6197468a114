// `start`: serves the built deck, prints its address, and opens a browser where there is one.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import open from 'open';
import { serve } from './server.ts';

const folder = fileURLToPath(new URL('../dist', import.meta.url));
if (!existsSync(folder)) throw new Error(`expected the built deck in ${folder}; run \`pnpm build\` first`);

const { address } = await serve(folder, Number(process.env.PORT ?? 4173));
console.log(`The deck is at ${address} (Ctrl+C ends it)`);

const hasScreen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
if (hasScreen && !process.env.CI && process.stdout.isTTY) {
  // A machine that opens nothing still has the address.
  await open(address).then(
    (browser) => browser.on('error', () => undefined),
    () => undefined,
  );
}
