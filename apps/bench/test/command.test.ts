// `pnpm bench` as it is called.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseCommand, usage } from '../src/command.ts';
import { timedLine } from '../src/measure/line.ts';
import type { Results } from '../src/report/results.ts';
import { runnerNames } from '../src/runners/index.ts';
import { workloadNames } from '../src/workloads/index.ts';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const bench = (...args: string[]) => spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' });

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bench-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('what is asked for', () => {
  test('is everything, at full scale, unless something is said', () => {
    expect(parseCommand([])).toEqual({
      scale: 'full',
      browser: false,
      workloads: workloadNames,
      runners: runnerNames,
      whole: true,
    });
  });

  test('is what is named, in the order of the report', () => {
    const command = parseCommand(['scan', 'lsq', '--runner', 'wasm', '--runner', 'core', '--quick', '--out', 'there']);
    expect(command).toEqual({
      scale: 'quick',
      browser: false,
      workloads: ['lsq', 'scan'],
      runners: ['core', 'wasm'],
      out: 'there',
      whole: false,
    });
    expect(parseCommand(['--browser'])).toMatchObject({ browser: true, runners: ['core', 'wasm', 'loops', 'graph'] });
    expect(parseCommand(['-h'])).toBe('help');
  });

  test.each([
    [['mlp'], `unknown workload 'mlp'; expected one of ${workloadNames.join(', ')}`],
    [['--runner', 'jax'], `unknown runner 'jax'; expected one of ${runnerNames.join(', ')}`],
    [['--browser', '--runner', 'c'], "unknown runner 'c'; expected one of core, wasm, loops, graph"],
    [['--fast'], "Unknown option '--fast'"],
  ])('is said to be unknown, with the known names: %s', (args, message) => {
    expect(() => parseCommand(args)).toThrow(message);
  });
});

test('the command line says what is wrong, and how it is used', () => {
  const { status, stderr } = bench('--runner', 'jax');
  expect([status, stderr]).toEqual([1, `unknown runner 'jax'; expected one of ${runnerNames.join(', ')}\n`]);
  expect(bench('--help')).toMatchObject({ status: 0, stdout: `${usage}\n` });
});

test('a run writes its results where it is told, and prints them', () => {
  const out = join(folder, 'quick');
  const { status, stdout } = bench('--quick', 'lsq', '--runner', 'core', '--runner', 'loops', '--out', out);
  expect(status).toBe(0);
  expect(stdout).toMatch(/\| lsq, 3, f64 \| .*\n.*Written to/s);
  const results: Results = JSON.parse(readFileSync(join(out, 'latest.json'), 'utf8'));
  expect(results.lines).toHaveLength(8);
  expect(results.machine.versions).toHaveProperty('@chainrule/core');
});

/** Resolves when the process has begun its third case. */
async function thirdCase(child: ChildProcess): Promise<void> {
  let said = '';
  for await (const text of child.stderr ?? []) {
    said += text;
    if (said.includes('3/')) return;
  }
}

test('a run that is interrupted writes what it has', async () => {
  const out = join(folder, 'interrupted');
  const args = ['lsq', 'rosenbrock', '--runner', 'loops', '--out', out];
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(child, 'close');
  await thirdCase(child);
  child.kill('SIGINT');
  const [code] = await ended;
  expect(code).toBe(130);
  const results: Results = JSON.parse(readFileSync(join(out, 'latest.json'), 'utf8'));
  expect(results.interrupted).toBe(true);
  expect(results.lines.slice(0, 2).map(({ size, dtype }) => `${size} ${dtype}`)).toEqual(['3 f64', '3 f32']);
  expect(readFileSync(join(out, 'latest.md'), 'utf8')).toContain('Interrupted: cases are missing.');
});

test('without a C compiler the limit is missing, which is a line and no failure', () => {
  const args = ['--quick', 'lsq', '--runner', 'c', '--out', join(folder, 'none')];
  const env = { ...process.env, CC: 'no-such-compiler' };
  const { status, stdout } = spawnSync(process.execPath, [main, ...args], { encoding: 'utf8', env });
  expect(status).toBe(0);
  expect(stdout).toContain('c, lsq, 3, f64: no C compiler was found; set CC to the name of one');
});

test('a comparison of two files ends in failure when something got slower', () => {
  const about = { workload: 'lsq', size: '3', dtype: 'f64' } as const;
  const machine = { cpu: 'a', cores: 1, memory: 1, load: 0, system: 's', engine: 'e', versions: {} };
  const write = (name: string, rounds: number[]): string => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify({ machine, lines: [timedLine(about, 'core', rounds, undefined)] }));
    return path;
  };
  const [old, now] = [write('old.json', [1, 1.01, 1.02]), write('new.json', [2, 2.01, 2.02])];
  expect(bench('compare', old, now)).toMatchObject({ status: 1, stdout: expect.stringContaining('1 slower') });
  expect(bench('compare', now, old)).toMatchObject({ status: 0, stdout: expect.stringContaining('1 faster') });
  expect(bench('compare', old)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('compare takes two files'),
  });
});
