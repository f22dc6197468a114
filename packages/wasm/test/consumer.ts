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
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const packages = fileURLToPath(new URL('../..', import.meta.url));
const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'));

/** Milliseconds after which a download is taken to hang. */
const patience = 120_000;

/** How a consumer may resolve modules: as Node does, or as a bundler does. */
export type Resolution = 'nodenext' | 'bundler';

/** The major versions of Node that the packages are tried on. */
export const versions = [20, 24] as const;

type Version = (typeof versions)[number];

export type Consumer = {
  /** Writes a file of the project. */
  readonly write: (name: string, text: string) => Promise<void>;
  /** Compiles every `.ts` file beside itself, strict, for ES2022 and with no library but ECMAScript's. */
  readonly compile: (resolution: Resolution) => Promise<void>;
  /** What a file prints on a major version of Node, by lines. */
  readonly node: (version: Version, file: string) => Promise<string[]>;
  readonly remove: () => Promise<void>;
};

/** Settings that an outer npm or pnpm hands to its scripts would point an inner npm at the wrong project. */
function outsideEnvironment(): NodeJS.ProcessEnv {
  const keep = /^npm_config_(registry|cache|userconfig|.*proxy|cafile|offline|prefer_offline)$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) || keep.test(name)));
}

async function run(folder: string, command: string, ...args: readonly string[]): Promise<string> {
  return runFor(0, folder, command, ...args);
}

/** Runs a command, for so many milliseconds at most; 0 is for ever. */
async function runFor(timeout: number, folder: string, command: string, ...args: readonly string[]): Promise<string> {
  const options = { cwd: folder, env: outsideEnvironment(), shell: process.platform === 'win32', timeout };
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

async function isVersion(executable: string, version: number): Promise<boolean> {
  return run(tmpdir(), executable, '--version').then(
    (printed) => printed.startsWith(`v${version}.`),
    () => false,
  );
}

/** Downloads a major version of Node with npm; a download that stalls is begun again. */
async function download(version: number): Promise<string> {
  const fetch = async (): Promise<string> => {
    const print = ['node', '--print', 'process.execPath'];
    return (await runFor(patience, tmpdir(), 'npx', '-y', '-p', `node@${version}`, ...print)).trim();
  };
  return fetch().catch(fetch).catch(fetch);
}

/** A major version of Node: the one that runs this, one on the path, or one from npm. */
async function nodeExecutable(version: number): Promise<string> {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const executable of new Set([process.execPath, ...folders.map((folder) => join(folder, name))])) {
    if (await isVersion(executable, version)) return executable;
  }
  return download(version);
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
  const executables = new Map<number, string>();
  for (const version of versions) executables.set(version, await nodeExecutable(version));
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
      const printed = await run(folder, executables.get(version) ?? '', file);
      return printed.trimEnd().split('\n');
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
