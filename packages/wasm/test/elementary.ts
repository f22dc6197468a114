// The elementary functions of core: those functions of its API that have a file of their name among its algorithms.

import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as core from '@chainrule/core';
import type { Elementary } from '@chainrule/core/backend';

const folder = join(import.meta.dirname, '../../core/src/elementary');

async function load(file: string): Promise<Elementary[]> {
  const name = basename(file, '.ts');
  if (!(name in core)) return [];
  const module = (await import(/* @vite-ignore */ pathToFileURL(join(folder, file)).href)) as {
    readonly [name: string]: unknown;
  };
  const compute = module[name];
  if (typeof compute !== 'function' || (compute.length !== 1 && compute.length !== 2)) return [];
  return [{ name, arity: compute.length, compute: compute as Elementary['compute'] }];
}

export const elementary: readonly Elementary[] = (
  await Promise.all(
    readdirSync(folder)
      .filter((file) => file.endsWith('.ts'))
      .map(load),
  )
).flat();
