// The programs in core's examples/ with '@chainrule/wasm' in place of '@chainrule/core', which is the whole migration:
// they find and print the same, bit for bit.

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { tree } from '@chainrule/core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

const programs = new URL('../../core/examples/', import.meta.url);
const frontDoor = new URL('../src/index.ts', import.meta.url);
const names = (await readdir(programs)).filter((file) => file.endsWith('.ts'));

interface Outcome {
  /** The leaves of all exports, tensors as shape, dtype and numbers. */
  readonly found: readonly unknown[];
  readonly printed: readonly unknown[][];
}

const bits = (leaf: unknown): unknown => {
  if (typeof leaf !== 'object' || leaf === null || !('toTypedArray' in leaf)) return leaf;
  const { shape, dtype, toTypedArray } = leaf as { shape: unknown; dtype: unknown; toTypedArray(): unknown };
  return { shape, dtype, numbers: toTypedArray.call(leaf) };
};

async function run(url: URL): Promise<Outcome> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  try {
    const found = tree.leaves({ ...(await import(url.href)) }).map(bits);
    return { found, printed: [...log.mock.calls] };
  } finally {
    log.mockRestore();
  }
}

describe('examples on WebAssembly', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chainrule-examples-'));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each(names)('%s gives the same bits with another import', async (name) => {
    const text = await readFile(new URL(name, programs), 'utf8');
    const imports = text.split("'@chainrule/core'");
    expect(imports).toHaveLength(2);
    const migrated = pathToFileURL(join(folder, name));
    await writeFile(migrated, imports.join(`'${frontDoor.href}'`));

    const expected = await run(new URL(name, programs));
    expect(expected.printed.length).toBeGreaterThan(0);
    expect(expected.found.length).toBeGreaterThan(0);
    expect(await run(migrated)).toEqual(expected);
  });
});
