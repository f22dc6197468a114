// What a run writes, from results that are made up.

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Line, timedLine } from '../src/measure/line.ts';
import { quartiles } from '../src/measure/quartiles.ts';
import { chart } from '../src/report/chart.ts';
import { compare, showComparison } from '../src/report/compare.ts';
import { showTime } from '../src/report/format.ts';
import { gapsIn } from '../src/report/gaps.ts';
import { describeMachine } from '../src/report/machine.ts';
import { markdown } from '../src/report/markdown.ts';
import { display } from '../src/report/progress.ts';
import { faultsIn, type Results } from '../src/report/results.ts';
import { withSummary, writeResults, writeSummary } from '../src/report/write.ts';
import { core } from '../src/runners/engine/index.ts';

const f64 = { workload: 'lsq', size: '1,000', dtype: 'f64' } as const;
const f32 = { ...f64, dtype: 'f32' } as const;
const base = [2, 2, 2, 2];

const results: Results = {
  date: '2026-01-02T03:04:05.000Z',
  scale: 'full',
  machine: {
    cpu: 'Some CPU',
    cores: 4,
    memory: 16,
    load: 0.1,
    system: 'linux x64',
    engine: 'Node v24.0.0',
    commit: 'abc123',
    versions: { '@chainrule/core': '1.2.3' },
  },
  runners: [
    { name: 'core', about: 'the engine', group: 'own' },
    { name: 'wasm', about: 'the engine on WebAssembly', group: 'own' },
    { name: 'peer', about: 'someone else', group: 'peer' },
    { name: 'c', about: 'the limit', group: 'limit' },
  ],
  lines: [
    timedLine(f64, 'core', base, base),
    timedLine(f64, 'wasm', [1, 0.8, 1, 1.2], base),
    timedLine(f64, 'c', [0.1, 0.1, 0.1, 0.1], base),
    { ...f64, runner: 'peer', problem: 'wrong in answer 1 of 3: off by 1e-3' },
    timedLine(f32, 'core', [3000, 3000, 3000, 3000], undefined),
    { ...f32, runner: 'c', problem: 'one | two\nthree' },
  ],
  absences: [
    { workload: 'scan', dtype: 'f64', runner: 'peer', why: 'has no loops' },
    { workload: 'lstm', dtype: 'f64', runner: 'peer', why: 'has no loops' },
  ],
  interrupted: false,
};

test('the report has an overview, the gaps, what is missing, and every number', () => {
  expect(markdown(results)).toMatchInlineSnapshot(`
    "# Results

    2026-01-02, Some CPU, 4 cores, 16 GB, linux x64, Node v24.0.0; load 0.1 before the run.
    @chainrule/core 1.2.3; commit abc123.

    - **core**: the engine.
    - **wasm**: the engine on WebAssembly.
    - **peer**: someone else.
    - **c**: the limit.

    ## Overview

    Median time per call; the fastest in bold; ✗ did not give a right answer.

    |  | core | wasm | c |
    | --- | ---: | ---: | ---: |
    | lsq, 1,000, f64 | 2.00 µs | 1.00 µs | **100 ns** |
    | lsq, 1,000, f32 | **3.00 ms** |  | ✗ |

    ## Largest gaps

    - lsq, 1,000, f64: wasm takes 10.0 × c’s time (1.00 µs, c 100 ns)

    ## Missing, and why

    - peer, lsq, 1,000, f64: wrong in answer 1 of 3: off by 1e-3
    - c, lsq, 1,000, f32: one \\| two three
    - peer: has no loops (scan, lstm)

    ## Every number

    Median and quartiles over the rounds; ratios are taken within each round.

    ### lsq

    value and gradient of Σ(yᵢ − (a xᵢ + b))²: a and b are numbers, x and y in place; results are read back.

    | size | dtype | runner | time per call | ratio to core |
    | --- | --- | --- | ---: | ---: |
    | 1,000 | f64 | core | 2.00 µs (2.00 µs – 2.00 µs) | 1.00 (1.00 – 1.00) |
    | 1,000 | f64 | wasm | 1.00 µs (950 ns – 1.05 µs) | 0.500 (0.475 – 0.525) |
    | 1,000 | f64 | c | 100 ns (100 ns – 100 ns) | 0.0500 (0.0500 – 0.0500) |
    | 1,000 | f64 | peer | wrong in answer 1 of 3: off by 1e-3 |  |
    | 1,000 | f32 | core | 3.00 ms (3.00 ms – 3.00 ms) |  |
    | 1,000 | f32 | c | one \\| two three |  |

    "
  `);
});

test('a quick or interrupted run says that it is one', () => {
  const text = markdown({ ...results, scale: 'quick', interrupted: true, lines: [], absences: [] });
  expect(text).toContain('its times mean nothing');
  expect(text).toContain('Interrupted: cases are missing.');
  expect(text).toContain('## Missing, and why\n\n- nothing');
  expect(text).toContain('## Largest gaps\n\n- none');
});

test('gaps are to the best of the others, the largest first', () => {
  expect(gapsIn(results).map(({ case: own, best, factor }) => [own.runner, best.runner, factor])).toEqual([
    ['wasm', 'c', 10],
  ]);
  const ahead = { ...results, lines: results.lines.filter(({ runner }) => runner !== 'c') };
  expect(gapsIn(ahead)).toEqual([]);
});

test('what other libraries get wrong is news; what this repository gets wrong is a fault', () => {
  const fault = (runner: string, problem: string): Line => ({ ...f64, runner, problem });
  const faults = [fault('wasm', 'out of memory'), fault('c', 'wrong: off by 1')];
  const news = [fault('peer', 'wrong: off by 1'), fault('c', 'no C compiler was found')];
  expect(faultsIn({ ...results, lines: [...faults, ...news] })).toEqual(faults);
});

test('times are shown in their natural unit', () => {
  expect([0.00512, 0.5, 1, 12.345, 999, 1234, 5e6].map(showTime)).toEqual([
    '5.12 ns',
    '500 ns',
    '1.00 µs',
    '12.3 µs',
    '999 µs',
    '1.23 ms',
    '5.00 s',
  ]);
});

test('quartiles interpolate between neighbours', () => {
  expect(quartiles([4, 1, 3, 2, 5])).toEqual({ low: 2, median: 3, high: 4 });
  expect(quartiles([1, 2])).toEqual({ low: 1.25, median: 1.5, high: 1.75 });
});

test('the chart has a row for each case with ratios, and a mark for each runner in it', () => {
  const svg = chart(results);
  expect(svg.match(/<title>/g)).toHaveLength(4);
  expect(svg).toContain('<title>wasm: 0.500 (0.475 – 0.525)</title>');
  expect(svg).toContain('>lsq, 1,000, f64</text>');
  expect(svg).not.toContain('>lsq, 1,000, f32</text>');
  expect(svg).not.toContain('NaN');
  expect(chart({ ...results, lines: [] })).toMatch(/^<svg .*<\/svg>\n$/s);
});

describe('files', () => {
  test('are written beside each other, and the README gets the summary between its marks', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'report-'));
    try {
      await writeResults(join(folder, 'new', 'folder'), results);
      const read = (name: string): Promise<string> => readFile(join(folder, 'new', 'folder', name), 'utf8');
      expect(JSON.parse(await read('latest.json'))).toEqual(results);
      expect(await read('latest.md')).toBe(markdown(results));
      expect(await read('latest.svg')).toBe(chart(results));
      const path = join(folder, 'README.md');
      await writeFile(path, 'before\n<!-- results: written by `pnpm bench` -->\nold\n<!-- /results -->\nafter\n');
      await writeSummary(path, results);
      const readme = await readFile(path, 'utf8');
      expect(readme).toMatch(/^before\n.*\*\*100 ns\*\*.*after\n$/s);
      expect(readme).not.toContain('old');
      expect(withSummary(readme, results)).toBe(readme);
      expect(() => withSummary('no marks', results)).toThrow('the README has no');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('the README of this package has the marks', async () => {
    const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
    expect(() => withSummary(readme, results)).not.toThrow();
  });
});

test('the machine is described with the versions of what ran', () => {
  const machine = describeMachine([core]);
  expect(machine.engine).toBe(`Node ${process.version}`);
  expect(machine.versions).toEqual({ '@chainrule/core': expect.stringMatching(/^\d/) });
  expect(describeMachine([{ ...core, packages: ['not-there'] }]).versions).toEqual({
    'not-there': 'not installed',
  });
});

describe('a comparison', () => {
  const around = (median: number): number[] => [0.98, 0.99, 1, 1.01, 1.02, 1, 0.995].map((share) => share * median);
  const withTimes = (times: Record<string, number>): Results => ({
    ...results,
    lines: Object.entries(times).map(([runner, time]) => timedLine(f64, runner, around(time), undefined)),
  });
  const before = withTimes({ core: 10, wasm: 5, c: 1, peer: 7 });

  test('says what got slower or faster beyond the noise, the worst first', () => {
    const changes = compare(before, withTimes({ core: 13, wasm: 4, c: 1.01 }));
    expect(changes.map(({ before: { runner }, verdict }) => [runner, verdict])).toEqual([
      ['core', 'slower'],
      ['c', 'within the noise'],
      ['wasm', 'faster'],
    ]);
    expect(changes[0]?.low).toBeGreaterThan(1.2);
    expect(changes[0]?.high).toBeLessThan(1.4);
  });

  test('calls nothing a change whose quartiles overlap', () => {
    const noisy = { lines: [timedLine(f64, 'core', [8, 9, 12, 16, 17], undefined)] };
    expect(compare(before, noisy)[0]?.verdict).toBe('within the noise');
  });

  test('is shown as a sentence and a table, and warns when the machines differ', () => {
    const after = withTimes({ core: 20, wasm: 5 });
    expect(showComparison(before, after)).toMatch(
      /^2 compared: 1 slower, 0 faster beyond the noise\.\n\n\| case .*\| lsq, 1,000, f64 \| core \| 10\.0 µs \| 20\.0 µs \| 2\.00 \(.*\) \| slower \|$/s,
    );
    const elsewhere = { ...before, machine: { ...before.machine, cpu: 'Another CPU' } };
    expect(showComparison(before, elsewhere)).toBe(
      '4 compared: 0 slower, 0 faster beyond the noise.\n\nNot the same cpu: times tell little.',
    );
  });
});

describe('the progress display', () => {
  const progress = (done: number, what: string) => ({ done, of: 4, case: f64, what });

  test('writes one line anew on a terminal', () => {
    const written: string[] = [];
    const stream = {
      isTTY: true,
      columns: 40,
      write: (text: string) => written.push(text) > 0,
      cursorTo: () => written.push('<') > 0,
      clearLine: () => written.push('x') > 0,
    };
    const { show, end } = display(stream);
    show(progress(2, 'warming up core'));
    end();
    expect(written).toEqual(['<', 'x', '██████████░░░░░░░░░░ 3/4 lsq, 1,000, f6', '<', 'x']);
  });

  test('writes a line for each case elsewhere', () => {
    const written: string[] = [];
    const { show, end } = display({ write: (text: string) => written.push(text) > 0 });
    for (const what of ['checking', 'round 1']) show(progress(0, what));
    show(progress(1, 'checking'));
    end();
    expect(written).toEqual(['1/4 lsq, 1,000, f64\n', '2/4 lsq, 1,000, f64\n']);
  });
});
