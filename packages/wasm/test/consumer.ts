/**
 * A stranger's project: a new folder outside the repository that has installed both packed packages and nothing else.
 *
 * `consumer()` packs, creates and installs; then `write` files, `compile` them with strict TypeScript and run them
 * with `node(20, …)` or `node(24, …)`. Each of these rejects with the tool's own output when it fails.
 */

import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const packages = fileURLToPath(new URL('../..', import.meta.url));
const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'));

/** How a consumer may resolve modules: as Node does, or as a bundler does. */
export type Resolution = 'nodenext' | 'bundler';

export type Consumer = {
  /** Writes a file of the project. */
  readonly write: (name: string, text: string) => Promise<void>;
  /** Compiles every `.ts` file beside itself, strict, for ES2022 and with no library but ECMAScript's. */
  readonly compile: (resolution: Resolution) => Promise<void>;
  /** What a file prints on a major version of Node, by lines. */
  readonly node: (version: 20 | 24, file: string) => Promise<string[]>;
  readonly remove: () => Promise<void>;
};

/** Settings that an outer npm or pnpm hands to its scripts would point an inner npm at the wrong project. */
function outsideEnvironment(): NodeJS.ProcessEnv {
  const keep = /^npm_config_(registry|cache|userconfig|.*proxy|cafile|offline|prefer_offline)$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) || keep.test(name)));
}

async function run(folder: string, command: string, ...args: readonly string[]): Promise<string> {
  const options = { cwd: folder, env: outsideEnvironment(), shell: process.platform === 'win32' };
  try {
    return (await promisify(execFile)(command, args, options)).stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`\`${command} ${args.join(' ')}\` failed:\n${stdout}${stderr}`);
  }
}

function compilerOptions(resolution: Resolution): object {
  return {
    target: 'es2022',
    lib: ['es2022'],
    types: [],
    module: resolution === 'nodenext' ? 'nodenext' : 'esnext',
    moduleResolution: resolution,
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
  };
}

/** Packs both packages as they would be published, and installs them into a new project. */
export async function consumer(): Promise<Consumer> {
  const folder = await mkdtemp(join(tmpdir(), 'chainrule-consumer-'));
  const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text);

  await mkdir(join(folder, 'tarballs'));
  for (const name of ['core', 'wasm']) {
    await run(join(packages, name), 'pnpm', 'pack', '--out', join(folder, 'tarballs', `${name}.tgz`));
  }
  await write('package.json', JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  // `--offline`: whatever they depended on beyond each other could not be installed.
  await run(folder, 'npm', 'install', '--offline', './tarballs/core.tgz', './tarballs/wasm.tgz');

  return {
    write,
    compile: async (resolution) => {
      const options = compilerOptions(resolution);
      await write('tsconfig.json', JSON.stringify({ compilerOptions: options, include: ['*.ts'] }));
      await write('console.d.ts', 'declare const console: { log(...values: unknown[]): void };');
      await run(folder, process.execPath, join(typescript, 'bin', 'tsc'), '-p', folder);
    },
    node: async (version, file) => {
      const printed = await run(folder, 'npx', '-y', '-p', `node@${version}`, 'node', file);
      return printed.trimEnd().split('\n');
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
