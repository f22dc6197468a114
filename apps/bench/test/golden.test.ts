// The check of golden files, on a folder that this test writes with the tape's values.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkGolden, type GoldenFile } from '../src/gradbench/golden.ts';
import { loadBackend } from '../src/objectives/backends.ts';
import { rightKmeans } from '../src/reference/objectives/kmeans.ts';
import { rightLse } from '../src/reference/objectives/lse.ts';
import { kmeans, lse } from '../src/workloads/gradbench.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'golden-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const { value, gradient } = rightLse(lse.data(20).x);
const right: GoldenFile = {
  eval: 'lse',
  input: lse.data(20),
  binary128: { primal: value, gradient: Array.from(gradient[0] ?? []) },
};
const wrong: GoldenFile = { ...right, binary128: { ...right.binary128, primal: value * (1 + 1e-9) } };

function golden(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const path = fileURLToPath(new URL('../src/golden.ts', import.meta.url));
  return spawnSync(process.execPath, [path, ...args], { encoding: 'utf8' });
}

test('right files pass on both packages, and one wrong number is found', () => {
  writeFileSync(join(folder, 'right.json'), JSON.stringify(right));
  expect(golden(folder)).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('1 files on core and wasm: all right'),
  });
  writeFileSync(join(folder, 'wrong.json'), JSON.stringify(wrong));
  const { status, stdout } = golden(folder);
  expect(status).toBe(1);
  expect(stdout).toContain('✗ wrong.json wasm primal');
  expect(stdout).toContain('✓ wrong.json wasm gradient');
  expect(stdout).toContain('2 files on core and wasm: 2 wrong');
});

test('a folder that is missing or empty is said to be', () => {
  expect(golden()).toMatchObject({ status: 1, stderr: 'usage: node src/golden.ts <folder of golden files>\n' });
  expect(golden(join(folder, 'none')).stderr).toContain('there is no golden file in');
});

test('the gradient of kmeans is checked itself, where GradBench asks for a direction', async () => {
  const input = kmeans.data([3, 20, 2]);
  const { value: cost, gradient: by } = rightKmeans(input);
  const flat = Array.from(by[0] ?? []);
  const file = {
    eval: 'kmeans',
    input,
    binary128: { cost, gradient: [0, 1, 2].map((i) => flat.slice(2 * i, 2 * i + 2)) },
  };
  const checks = checkGolden(await loadBackend('core'), file);
  expect(checks.map(({ name }) => name)).toEqual(['cost', 'gradient']);
  for (const { error } of checks) expect(error).toBeLessThan(1e-14);
});

test('null stands for what is not finite, and other forms are as wrong as can be', async () => {
  const api = await loadBackend('core');
  const infinite = {
    ...right,
    input: { x: [Number.POSITIVE_INFINITY, 0] },
    binary128: { primal: null, gradient: [1, null] },
  };
  expect(checkGolden(api, infinite).map(({ error }) => error)).toEqual([0, Number.NaN]);
  const short = { ...right, binary128: { gradient: [1] } };
  expect(checkGolden(api, short)[0]?.error).toBe(Number.POSITIVE_INFINITY);
});
