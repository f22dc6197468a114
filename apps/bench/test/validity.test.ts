// Every workload on every runner, at small sizes: the answers, not the times.

import { expect, test } from 'vitest';
import { startChild } from '../src/apart/start-child.ts';
import { run } from '../src/measure/run.ts';
import { faultsIn } from '../src/report/results.ts';
import { runners } from '../src/runners/index.ts';
import { workloadNames } from '../src/workloads/index.ts';

test('nothing in this repository gives a wrong answer, and every peer gives some right ones', async () => {
  const { lines } = await run({
    workloads: workloadNames,
    runners,
    scale: 'quick',
    start: () => startChild(),
    signal: new AbortController().signal,
    onProgress: () => {},
  });
  expect(faultsIn({ lines, runners })).toEqual([]);
  const timed = new Set(lines.filter(({ time }) => time !== undefined).map(({ runner }) => runner));
  const peers = runners.filter(({ group }) => group === 'peer').map(({ name }) => name);
  expect(peers.filter((name) => !timed.has(name))).toEqual([]);
  // core runs everything: ratios are to it.
  const workloadsOfCore = new Set(lines.filter(({ runner }) => runner === 'core').map(({ workload }) => workload));
  expect([...workloadsOfCore]).toEqual(workloadNames);
});
