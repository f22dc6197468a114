/**
 * The import directions of the engine's folders, as a table: a folder may import from itself, from `errors.ts` and
 * `call-site.ts`, and from the folders in its row. None imports a front door.
 */

import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const source = join(import.meta.dirname, '../src');

const allowed: Readonly<Record<string, readonly string[]>> = {
  shape: [],
  elementary: [],
  kernel: ['shape'],
  tensor: ['kernel', 'shape'],
  tree: ['tensor', 'shape'],
  program: ['tensor', 'kernel', 'shape'],
  reference: ['program', 'kernel', 'elementary', 'shape'],
  typescript: ['kernel', 'elementary', 'shape'],
  lower: ['program', 'kernel', 'shape'],
  optimise: ['program', 'kernel', 'shape'],
  trace: ['tree', 'program', 'tensor', 'shape'],
  execute: ['optimise', 'lower', 'typescript', 'trace', 'tree', 'program', 'tensor', 'kernel', 'shape'],
  primitive: ['trace', 'program', 'tensor', 'kernel', 'shape'],
  primitives: ['primitive', 'execute', 'reference', 'elementary', 'trace', 'program', 'tensor', 'kernel', 'shape'],
  functions: ['primitives', 'tensor', 'shape'],
  losses: ['functions', 'primitives', 'trace', 'tensor', 'shape'],
  random: ['functions', 'primitives', 'trace', 'tensor', 'shape'],
  optimisers: ['transforms', 'functions', 'primitives', 'execute', 'trace', 'tree', 'tensor', 'shape'],
  constructors: ['primitives', 'tensor', 'kernel', 'shape'],
  transforms: [
    'primitives',
    'primitive',
    'execute',
    'optimise',
    'trace',
    'tree',
    'program',
    'tensor',
    'kernel',
    'shape',
  ],
  structural: [
    'transforms',
    'primitives',
    'primitive',
    'execute',
    'reference',
    'trace',
    'tree',
    'program',
    'tensor',
    'kernel',
    'shape',
  ],
  explain: [
    'structural',
    'transforms',
    'random',
    'primitives',
    'primitive',
    'execute',
    'optimise',
    'trace',
    'tree',
    'program',
    'tensor',
    'kernel',
    'shape',
  ],
  conformance: [
    'explain',
    'structural',
    'transforms',
    'constructors',
    'losses',
    'random',
    'optimisers',
    'functions',
    'primitives',
    'execute',
    'reference',
    'tree',
    'program',
    'tensor',
    'shape',
  ],
};

const top = (path: string): string => path.replaceAll('\\', '/').split('/')[0] ?? '';

/** What a folder's files import from outside it: the first part of each path below `src`. */
function importsOf(folder: string): Set<string> {
  const found = new Set<string>();
  for (const file of globSync(`${folder}/**/*.ts`, { cwd: source })) {
    const text = readFileSync(join(source, file), 'utf8');
    for (const [, path = ''] of text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']*)'/g))
      found.add(top(join(dirname(file), path)));
  }
  found.delete(folder);
  found.delete('errors.ts');
  found.delete('call-site.ts');
  return found;
}

describe('import directions', () => {
  test('every folder of src has its row', () => {
    expect(globSync('*/', { cwd: source }).map(top).sort()).toEqual(Object.keys(allowed).sort());
  });

  test.each(Object.entries(allowed))('%s imports only what its row allows', (folder, row) => {
    expect([...importsOf(folder)].filter((name) => !row.includes(name))).toEqual([]);
  });
});
