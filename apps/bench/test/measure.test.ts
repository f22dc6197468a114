// What a run does with runners that cannot be trusted.

import { describe, expect, test, vi } from 'vitest';
import { startChild } from '../src/apart/start-child.ts';
import type { Line } from '../src/measure/line.ts';
import { type Plan, run } from '../src/measure/run.ts';
import { core } from '../src/runners/engine/index.ts';
import { loops } from '../src/runners/loops/index.ts';
import type { Runner } from '../src/runners/runner.ts';
import { workloads } from '../src/workloads/index.ts';
import { type LsqCall, lsq } from '../src/workloads/lsq.ts';
import { hostOf, lsqRunner } from './hosts.ts';

/** A quick run of lsq in this thread. */
function runHere(runners: readonly Runner[], rest: Partial<Plan> = {}) {
  return run({
    workloads: ['lsq'],
    runners,
    scale: 'quick',
    start: () => hostOf(runners),
    signal: new AbortController().signal,
    onProgress: () => {},
    ...rest,
  });
}

/** A runner with this call of lsq, which counts how often it is timed. */
function withCall(name: string, call: LsqCall) {
  const timed = vi.fn(() => 1);
  const runner = lsqRunner(name, async (_workload, data, dtype) => ({
    answers: async () => lsq.answers(call, data as Parameters<typeof lsq.answers>[1], dtype),
    time: timed,
  }));
  return { runner, timed };
}

const of = (lines: readonly Line[], name: string): Line[] => lines.filter(({ runner }) => runner === name);

describe('a runner that gives a wrong answer', () => {
  test('is reported as wrong and never timed, and the others are timed all the same', async () => {
    const { runner, timed } = withCall('broken', () => [1, 2, 3]);
    const { lines } = await runHere([core, runner, loops]);
    expect(of(lines, 'broken')).toHaveLength(2);
    for (const line of of(lines, 'broken')) {
      expect(line.problem).toMatch(
        /^wrong in answer 1 of 3: off by .* of the largest magnitude; at most 1e-12 is right$/,
      );
      expect(line.time).toBeUndefined();
    }
    expect(timed).not.toHaveBeenCalled();
    for (const line of [...of(lines, 'core'), ...of(lines, 'loops')]) expect(line.time?.median).toBeGreaterThan(0);
    for (const line of of(lines, 'core')) expect(line.ratio?.median).toBe(1);
  });

  test('is caught when only its first answer is right', async () => {
    const points = lsq.data(3);
    const first = lsq.expected(points)[0] as unknown as ReturnType<LsqCall>;
    const { runner, timed } = withCall('stuck', () => first);
    const { lines } = await runHere([runner]);
    expect(of(lines, 'stuck')[0]?.problem).toMatch(/^wrong in answer 2 of 3/);
    expect(timed).not.toHaveBeenCalled();
  });

  test.each([
    ['a NaN', () => [Number.NaN, 0, 0] as const, /off by NaN/],
    ['too few numbers', () => [1, 2] as unknown as ReturnType<LsqCall>, /2 numbers, expected 3/],
  ])('is caught when it gives %s', async (_what, call, problem) => {
    const { lines } = await runHere([withCall('odd', call).runner]);
    expect(lines[0]?.problem).toMatch(problem);
  });
});

describe('a runner that fails', () => {
  test('is one line for each case, whether it cannot be loaded or throws at work', async () => {
    const absent = lsqRunner('absent', async () => {
      throw new Error('it is not installed');
    });
    const tired = lsqRunner('tired', async (workload, data, dtype) => ({
      ...(await loops.open(workload, data, dtype)),
      time: () => {
        throw new Error('out of memory');
      },
    }));
    const { lines, interrupted } = await runHere([absent, tired, core]);
    expect(of(lines, 'absent').map(({ problem }) => problem)).toEqual(['it is not installed', 'it is not installed']);
    expect(of(lines, 'tired').map(({ problem }) => problem)).toEqual(['out of memory', 'out of memory']);
    expect(of(lines, 'core').every(({ time }) => time !== undefined)).toBe(true);
    expect(interrupted).toBe(false);
  });

  test('is one line when its process ends, with what it said last', async () => {
    const crashing = lsqRunner('crashing', () => Promise.reject(new Error('never asked here')));
    // The judge comes first; the runner's own host is the one that crashes.
    const starts = [() => hostOf([]), () => startChild(new URL('./fixtures/crashing.ts', import.meta.url))];
    const { lines } = await runHere([crashing], { start: () => (starts.shift() ?? (() => hostOf([crashing])))() });
    expect(lines[0]?.problem).toBe('its process ended with code 7: RangeError: the memory is too small');
    // The next case gets a new host.
    expect(lines[1]?.problem).toBe('never asked here');
  });
});

test('what a runner lacks is said once, and nothing is started for it', async () => {
  const open = vi.fn();
  const small = lsqRunner('small', open, { dtypes: ['f32'], lacks: 'knows lsq only' });
  const { absences, lines } = await runHere([small], { workloads: ['scan', 'rosenbrock'] });
  expect(absences.map(({ why }) => why)).toEqual(['knows lsq only', 'knows lsq only', 'knows lsq only']);
  expect(lines).toEqual([]);
  expect(open).not.toHaveBeenCalled();
});

test('there is no ratio where the reference was not timed', async () => {
  const { lines } = await runHere([loops]);
  expect(lines.map(({ ratio }) => ratio)).toEqual([undefined, undefined, undefined, undefined]);
});

test('a run that is stopped keeps the cases that it has', async () => {
  const stop = new AbortController();
  const { lines, interrupted } = await runHere([loops], {
    signal: stop.signal,
    onProgress: ({ done, what }) => {
      if (done === 2 && what.startsWith('checking')) stop.abort();
    },
  });
  expect(interrupted).toBe(true);
  expect(lines.map(({ size, dtype }) => `${size} ${dtype}`)).toEqual(['3 f64', '3 f32']);
});

test('a first call is made in a new process each round, after the answers were checked in another', async () => {
  const began: number[] = [];
  const { lines } = await runHere([core], {
    workloads: ['compile'],
    start: () => {
      began.push(began.length);
      return hostOf([core]);
    },
  });
  expect(lines.map(({ problem }) => problem)).toEqual(lines.map(() => undefined));
  // The judge, one kept host, and two rounds of first calls in each dtype.
  expect(began).toHaveLength(6);
});

test('no call of a batch repeats the one before it', async () => {
  for (const dtype of ['f64', 'f32'] as const) {
    for (const sign of [1, -1]) {
      const seen: string[] = [];
      await lsq.time(
        (a, b) => {
          seen.push(String(dtype === 'f32' ? [Math.fround(a), Math.fround(b)] : [a, b]));
          return [1, sign, sign];
        },
        lsq.data(3),
        dtype,
        50,
      );
      expect(seen.filter((point, i) => point === seen[i - 1])).toEqual([]);
    }
  }
});

test('every workload has labels at both scales, and the same data each time', () => {
  for (const workload of Object.values(workloads)) {
    for (const label of workload.quick ?? Object.keys(workload.sizes)) {
      expect(workload.sizes).toHaveProperty([label]);
      expect(workload.data(workload.sizes[label])).toEqual(workload.data(workload.sizes[label]));
    }
    for (const label of workload.full ?? []) expect(workload.sizes).toHaveProperty([label]);
  }
});
