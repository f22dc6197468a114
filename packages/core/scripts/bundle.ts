// Makes a package's dist: each front door a file, what they share in chunks beside them. A process that imports the
// package then opens a handful of files and not two hundred, and what its first function calls is compiled with them.

import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { type Called, calledFirst } from './called-first.ts';
import { compiledEagerly } from './compiled-eagerly.ts';

/** A package to be bundled. */
export interface Package {
  /** Its folder, absolute. */
  readonly folder: string;
  /** Its front doors: `index` for src/index.ts. */
  readonly frontDoors: readonly string[];
  /** Packages that are imported as they are. */
  readonly dependencies: readonly string[];
}

/** Bundles a package into its dist, emptied before; tsc adds the declarations. */
export async function bundle({ folder, frontDoors, dependencies }: Package): Promise<void> {
  const dist = join(folder, 'dist');
  await rm(dist, { recursive: true, force: true });
  const build = await rolldown({
    input: Object.fromEntries(frontDoors.map((name) => [name, join(folder, 'src', `${name}.ts`)])),
    external: [...dependencies],
    platform: 'neutral',
  });
  const { output } = await build.write({
    dir: dist,
    format: 'esm',
    chunkFileNames: 'shared-[name].js',
    // The declarations carry the documentation.
    comments: { annotation: true, jsdoc: false, legal: false },
  });
  await build.close();

  const called = calledFirst(join(dist, 'index.js'));
  const chunks = output.filter((file) => file.type === 'chunk').map((chunk) => join(dist, chunk.fileName));
  await Promise.all(chunks.map((path) => makeEager(path, called)));
}

async function makeEager(path: string, called: Called): Promise<void> {
  const text = await readFile(path, 'utf8');
  await writeFile(path, compiledEagerly(text, called(path)));
}
