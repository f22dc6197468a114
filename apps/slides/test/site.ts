// A copy of the built deck under a sub-path of a server, as a host of static pages has it; it can be changed and ended.

import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../scripts/server.ts';

const built = fileURLToPath(new URL('../dist', import.meta.url));

export interface Site {
  /** Address of the deck, `http://localhost:…/a/b/`. */
  readonly address: string;
  /** Where its files are. */
  readonly folder: string;
  close(): void;
}

export async function openSite(): Promise<Site> {
  if (!existsSync(built)) throw new Error(`expected the built deck in ${built}; run \`pnpm build\` first`);
  const root = mkdtempSync(join(tmpdir(), 'chainrule-site-'));
  const folder = join(root, 'a', 'b');
  cpSync(built, folder, { recursive: true });
  const served = await serve(root, 0);
  return {
    address: `${served.address}a/b/`,
    folder,
    close: () => {
      served.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
