// Answers, not times.

import { describe, expect, test } from 'vitest';
import { choose } from '../src/choose.ts';
import { measure, quartiles } from '../src/measure.ts';
import { table } from '../src/report.ts';
import { runners } from '../src/runners/index.ts';
import type { Runner } from '../src/runners/runner.ts';
import { dtypes, lsqAnswer, lsqInstance, wrongness } from '../src/workloads/lsq.ts';

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
  const broken: Runner = { name: 'broken', prepare: async () => () => [1, 2, 3] };
  const absent: Runner = {
    name: 'absent',
    prepare: async () => {
      throw new Error('it is not here');
    },
  };

  test('is reported and never timed, and the others are timed all the same', async () => {
    const lines = await measure([...runners.slice(0, 1), broken, absent], 3, 'f64', { rounds: 2, slice: 0.1 });
    expect(lines.find(({ runner }) => runner === 'broken')).toMatchObject({
      problem: expect.stringContaining('wrong: off by'),
    });
    expect(lines.find(({ runner }) => runner === 'broken')?.time).toBeUndefined();
    expect(lines.find(({ runner }) => runner === 'absent')).toMatchObject({ problem: 'it is not here' });
    expect(lines.find(({ runner }) => runner === 'loops')?.ratio?.median).toBe(1);
    expect(table(lines)).toContain('| lsq | 3 | f64 | absent | it is not here |');
  });
});

test('an unknown runner lists the known ones', () => {
  expect(() => choose('runner', runners, ['jax'])).toThrow("unknown runner 'jax'; expected one of loops, core, wasm");
  expect(choose('runner', runners, ['wasm']).map(({ name }) => name)).toEqual(['wasm']);
  expect(choose('runner', runners, [])).toHaveLength(3);
});

test('quartiles interpolate between neighbours', () => {
  expect(quartiles([4, 1, 3, 2, 5])).toEqual({ low: 2, median: 3, high: 4 });
  expect(quartiles([1, 2])).toEqual({ low: 1.25, median: 1.5, high: 1.75 });
});
