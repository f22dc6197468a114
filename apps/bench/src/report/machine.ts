// Where and with what a run was made.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { arch, cpus, loadavg, platform, totalmem } from 'node:os';
import type { Runner } from '../runners/runner.ts';

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  /** Gigabytes. */
  readonly memory: number;
  readonly system: string;
  /** How many processes wanted to run in the minute before: 0 on a quiet machine, and on Windows. */
  readonly load: number;
  /** What ran the JavaScript. */
  readonly engine: string;
  /** The commit, and whether files differ from it; absent outside a clone. */
  readonly commit?: string;
  readonly versions: Readonly<Record<string, string>>;
}

function git(...args: string[]): string | undefined {
  const { status, stdout } = spawnSync('git', args, { cwd: import.meta.dirname, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

function versionOf(name: string): string {
  try {
    const path = findPackageJSON(name, import.meta.url);
    return path === undefined ? 'unknown' : JSON.parse(readFileSync(path, 'utf8')).version;
  } catch {
    return 'not installed';
  }
}

/** To be called before a run, which is a load itself. */
export function describeMachine(runners: readonly Runner[]): Machine {
  const names = runners.flatMap(({ packages }) => packages);
  const head = git('rev-parse', '--short=12', 'HEAD');
  const changed = git('status', '--porcelain') !== '';
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memory: Math.round(totalmem() / 1e9),
    system: `${platform()} ${arch()}`,
    load: Number((loadavg()[0] ?? 0).toFixed(1)),
    engine: `Node ${process.version}`,
    ...(head !== undefined && { commit: changed ? `${head} and changes` : head }),
    versions: Object.fromEntries(names.map((name) => [name, versionOf(name)])),
  };
}
