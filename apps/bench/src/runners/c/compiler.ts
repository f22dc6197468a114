// A C compiler of this machine, and programs made with it, kept for as long as their text stays the same.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DType } from '../../workload.ts';

const sources: string = fileURLToPath(new URL('../../../c/', import.meta.url));

interface Compiler {
  readonly command: string;
  /** The first line of what it says of itself. */
  readonly version: string;
}

/** The compiler that `CC` names, else the first that is found. */
function findCompiler(): Compiler | undefined {
  for (const command of process.env.CC ? [process.env.CC] : ['cc', 'gcc', 'clang']) {
    const { status, stdout } = spawnSync(command, ['--version'], { encoding: 'utf8' });
    if (status === 0) return { command, version: stdout.split('\n', 1)[0] ?? command };
  }
  return undefined;
}

/** The path of the program with these options. Throws a sentence where there is no compiler, or it refuses. */
export function program(options: readonly string[], dtype: DType): string {
  const compiler = findCompiler();
  if (compiler === undefined) throw new Error('no C compiler was found; set CC to the name of one');
  const all = ['-std=c11', '-D_POSIX_C_SOURCE=200809L', ...options, ...(dtype === 'f32' ? ['-DSINGLE'] : [])];
  const texts = globSync('*.{c,h}', { cwd: sources })
    .sort()
    .map((file) => readFileSync(join(sources, file), 'utf8'));
  const hash = createHash('sha256')
    .update([compiler.version, ...all, ...texts].join('\0'))
    .digest('hex')
    .slice(0, 16);
  const folder = join(tmpdir(), 'chainrule-bench');
  const path = join(folder, `main-${hash}`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  // Under a name of its own until it is whole: other processes look for it too.
  const unfinished = `${path}-${process.pid}`;
  const { status, stderr } = spawnSync(compiler.command, [...all, join(sources, 'main.c'), '-o', unfinished, '-lm'], {
    encoding: 'utf8',
  });
  if (status !== 0)
    throw new Error(
      `${compiler.command} failed: ${stderr.split('\n').find((line) => line.includes('error')) ?? stderr}`,
    );
  renameSync(unfinished, path);
  return path;
}
