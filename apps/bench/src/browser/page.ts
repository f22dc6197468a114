// The page: runs the workloads in workers and shows their times. A command line drives it through `globalThis.bench`.

import { choose } from '../measure/choose.ts';
import type { Line } from '../measure/line.ts';
import { type Outcome, type Plan, type Progress, run } from '../measure/run.ts';
import { chart } from '../report/chart.ts';
import { showTimes } from '../report/format.ts';
import type { Runner } from '../runners/runner.ts';
import { workloadNames } from '../workloads/index.ts';
import { browserRunners } from './runners.ts';
import { startWorker } from './start-worker.ts';

export interface PageCommand {
  readonly scale: Plan['scale'];
  readonly workloads: readonly string[];
  readonly runners: readonly string[];
}

/** What the page offers to whoever drives it. */
export interface Bench {
  run(command: PageCommand, onProgress: (progress: Progress) => void): Promise<Outcome>;
  stop(): void;
}

const element = <E extends HTMLElement>(id: string): E => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found as E;
};

const makeWorker = (): Worker => new Worker(new URL('./page-worker.ts', import.meta.url), { type: 'module' });

let running: AbortController | undefined;

function showLines(lines: readonly Line[], runners: readonly Runner[]): void {
  for (const { workload, size, dtype, runner, time, problem } of lines) {
    const row = element<HTMLTableElement>('lines').insertRow();
    for (const text of [workload, size, dtype, runner, time === undefined ? (problem ?? '') : showTimes(time)]) {
      row.insertCell().textContent = text;
    }
  }
  shown.push(...lines);
  element('chart').innerHTML = chart({ lines: shown, runners });
}

const shown: Line[] = [];

const bench: Bench = {
  run: async ({ scale, workloads, runners }, onProgress) => {
    running?.abort();
    running = new AbortController();
    shown.length = 0;
    element<HTMLTableElement>('lines').replaceChildren();
    const names = choose(
      'runner',
      browserRunners.map(({ name }) => name),
      runners,
    );
    const chosen = browserRunners.filter(({ name }) => names.includes(name));
    const outcome = await run({
      workloads: choose('workload', workloadNames, workloads),
      runners: chosen,
      scale,
      start: () => startWorker(makeWorker),
      signal: running.signal,
      onProgress,
      onLines: (lines) => showLines(lines, chosen),
    });
    element('progress').textContent = outcome.interrupted ? 'Stopped.' : 'Done.';
    return outcome;
  },
  stop: () => running?.abort(),
};

const describe = ({ done, of, case: { workload, size, dtype }, what }: Progress): string =>
  `${done + 1} of ${of}: ${workload}, ${size}, ${dtype}: ${what}`;

const runFor = (scale: Plan['scale']) => (): void => {
  const show = (progress: Progress): void => {
    element('progress').textContent = describe(progress);
  };
  void bench.run({ scale, workloads: [], runners: [] }, show);
};

element('quick').addEventListener('click', runFor('quick'));
element('full').addEventListener('click', runFor('full'));
element('stop').addEventListener('click', bench.stop);
Object.assign(globalThis, { bench });
