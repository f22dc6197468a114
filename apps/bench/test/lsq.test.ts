// Answers, not times.

import { describe, expect, test } from 'vitest';
import { measureApart } from '../src/apart.ts';
import { choose } from '../src/choose.ts';
import { batch, type Effort, type Line, measure, quartiles } from '../src/measure.ts';
import { table } from '../src/report.ts';
import { runners } from '../src/runners/index.ts';
import type { Runner } from '../src/runners/runner.ts';
import { dtypes, lsqAnswer, lsqInstance, wrongness } from '../src/workloads/lsq.ts';

const effort: Effort = { rounds: 2, slice: 0.1 };

const cases = runners.flatMap((runner) => dtypes.map((dtype) => [runner.name, dtype, runner] as const));

test.each(cases)('%s gives the right answer in %s for every size', async (_name, dtype, runner) => {
  for (const size of [1, 3, 1000, 10_000]) {
    const instance = lsqInstance(size);
    const call = await runner.prepare(instance, dtype);
    for (const [a, b] of [
      [2, 1],
      [0.5, 1],
      [-3, 0.25],
    ] as const) {
      expect(wrongness(call(a, b), lsqAnswer(instance, a, b), dtype)).toBeUndefined();
    }
  }
});

describe('a runner that cannot be trusted', () => {
  let calls = 0;
  const broken: Runner = {
    name: 'broken',
    prepare: async () => () => {
      calls++;
      return [1, 2, 3];
    },
  };
  const absent: Runner = {
    name: 'absent',
    prepare: async () => {
      throw new Error('it is not here');
    },
  };

  test('is reported and never timed, and the others are timed all the same', async () => {
    const lines = await measure([...runners.slice(0, 1), broken, absent], 3, 'f64', effort);
    expect(lines.find(({ runner }) => runner === 'broken')).toMatchObject({
      problem: expect.stringContaining('wrong at a = 2, b = 1: off by'),
    });
    expect(lines.find(({ runner }) => runner === 'broken')?.time).toBeUndefined();
    expect(calls).toBe(1);
    expect(lines.find(({ runner }) => runner === 'absent')).toMatchObject({ problem: 'it is not here' });
    expect(lines.find(({ runner }) => runner === 'loops')?.ratio?.median).toBe(1);
    expect(table(lines)).toContain('| lsq | 3 | f64 | absent | it is not here |');
  });

  test('is caught when only its first answer is right', async () => {
    const stuck: Runner = {
      name: 'stuck',
      prepare: async (instance) => () => lsqAnswer(instance, 2, 1),
    };
    const [line] = await measure([stuck], 3, 'f64', effort);
    expect(line?.problem).toContain('wrong at a = -3, b = 0.25');
    expect(line?.time).toBeUndefined();
  });
});

test.each(dtypes)('no call of a batch repeats the one before it, in %s', (dtype) => {
  for (const sign of [1, -1]) {
    const seen: string[] = [];
    batch((a, b) => {
      seen.push(String(dtype === 'f32' ? [Math.fround(a), Math.fround(b)] : [a, b]));
      return [1, sign, sign];
    }, 50);
    expect(seen).toHaveLength(50);
    expect(seen.filter((point, i) => point === seen[i - 1])).toEqual([]);
  }
});

test('there is no ratio where the reference was not timed', async () => {
  const [line] = await measure(
    runners.filter(({ name }) => name === 'core'),
    3,
    'f64',
    effort,
  );
  expect(line?.time).toBeDefined();
  expect(line?.ratio).toBeUndefined();
});

test('a case in a thread of its own gives the lines of its runners, and passes on what it throws', async () => {
  const lines = await measureApart({ runners: ['loops', 'core'], size: 3, dtype: 'f32', effort });
  expect(lines.map(({ runner, problem }) => [runner, problem])).toEqual([
    ['loops', undefined],
    ['core', undefined],
  ]);
  await expect(measureApart({ runners: ['jax'], size: 3, dtype: 'f32', effort })).rejects.toThrow(
    "unknown runner 'jax'; expected one of loops, core, wasm",
  );
});

test('the table shows median and quartiles, and keeps a message within its cell', () => {
  const time = { low: 1, median: 2, high: 1234.5 };
  const lines: Line[] = [
    { workload: 'lsq', size: 1000, dtype: 'f64', runner: 'core', time, ratio: { low: 0.5, median: 1, high: 2 } },
    { workload: 'lsq', size: 3, dtype: 'f32', runner: 'core', time },
    { workload: 'lsq', size: 3, dtype: 'f32', runner: 'wasm', problem: 'one | two\nthree' },
  ];
  expect(table(lines).split('\n')).toEqual([
    '| workload | n | dtype | runner | µs per call | ratio to loops |',
    '| --- | ---: | --- | --- | ---: | ---: |',
    '| lsq | 1,000 | f64 | core | 2.00 (1.00 – 1235) | 1.00 (0.500 – 2.00) |',
    '| lsq | 3 | f32 | core | 2.00 (1.00 – 1235) |  |',
    '| lsq | 3 | f32 | wasm | one \\| two three |  |',
  ]);
});

test('an unknown name lists the known ones', () => {
  expect(() => choose('workload', [{ name: 'lsq' }], ['mlp'])).toThrow("unknown workload 'mlp'; expected one of lsq");
  expect(() => choose('runner', runners, ['jax'])).toThrow("unknown runner 'jax'; expected one of loops, core, wasm");
  expect(choose('runner', runners, ['wasm']).map(({ name }) => name)).toEqual(['wasm']);
  expect(choose('runner', runners, [])).toHaveLength(3);
});

test('quartiles interpolate between neighbours', () => {
  expect(quartiles([4, 1, 3, 2, 5])).toEqual({ low: 2, median: 3, high: 4 });
  expect(quartiles([1, 2])).toEqual({ low: 1.25, median: 1.5, high: 1.75 });
});
