// The results for people, as Markdown: an overview for the README, and every number.

import type { Line } from '../measure/line.ts';
import { reference } from '../measure/line.ts';
import type { Absence } from '../measure/run.ts';
import { workloads } from '../workloads/index.ts';
import { cell, showRatio, showRatios, showTime, showTimes, table } from './format.ts';
import { gapsIn } from './gaps.ts';
import type { Results } from './results.ts';

const caseName = ({ workload, size, dtype }: Pick<Line, 'workload' | 'size' | 'dtype'>): string =>
  `${workload}, ${size}, ${dtype}`;

function about({ date, machine, scale, interrupted }: Results): string {
  const { cpu, cores, memory, load, system, engine, commit, versions } = machine;
  const packages = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    `${date.slice(0, 10)}, ${cpu}, ${cores} cores, ${memory} GB, ${system}, ${engine}; load ${load} before the run.`,
    `${packages.join(', ')}${commit === undefined ? '' : `; commit ${commit}`}.`,
    ...(scale === 'quick' ? ['A quick run: its answers were checked, its times mean nothing.'] : []),
    ...(interrupted ? ['Interrupted: cases are missing.'] : []),
  ].join('\n');
}

function legend({ runners }: Results): string {
  return runners.map(({ name, about }) => `- **${name}**: ${about}.`).join('\n');
}

/** A row for each case, a column for each runner that was timed: median times. */
export function overview(results: Results): string {
  const { lines, runners } = results;
  const timed = runners.filter(({ name }) => lines.some((line) => line.runner === name && line.time));
  const rows = [...Map.groupBy(lines, caseName)].map(([name, some]) => {
    const best = Math.min(...some.map(({ time }) => time?.median ?? Number.POSITIVE_INFINITY));
    const cells = timed.map((runner) => {
      const line = some.find((other) => other.runner === runner.name);
      if (line?.time === undefined) return line?.problem === undefined ? '' : '✗';
      const shown = showTime(line.time.median);
      return line.time.median === best ? `**${shown}**` : shown;
    });
    return [cell(name), ...cells];
  });
  return table(['', ...timed.map(({ name }) => name)], ['---', ...timed.map(() => '---:')], rows);
}

/** Every line, workload by workload: median and quartiles of time and of ratio, or what went wrong. */
function details({ lines }: Results): string {
  const sections = [...Map.groupBy(lines, ({ workload }) => workload)].map(([name, some]) => {
    const rows = some.map(({ size, dtype, runner, time, ratio, problem }) => [
      cell(size),
      dtype,
      runner,
      time === undefined ? cell(problem ?? '') : showTimes(time),
      ratio === undefined ? '' : showRatios(ratio),
    ]);
    const head = ['size', 'dtype', 'runner', 'time per call', `ratio to ${reference}`];
    const body = table(head, ['---', '---', '---', '---:', '---:'], rows);
    return `### ${name}\n\n${workloads[name].computes}.\n\n${body}`;
  });
  return sections.join('\n\n');
}

/** One line for each reason that runners lack something, and one for each problem. */
function missing({ absences, lines }: Results): string {
  const reasons = [...Map.groupBy(absences, ({ runner, why }: Absence) => `${runner}: ${why}`)].map(
    ([reason, some]) => {
      const names = new Set(some.map(({ workload }) => workload));
      return `- ${cell(reason)} (${[...names].join(', ')})`;
    },
  );
  const problems = lines.flatMap((line) =>
    line.problem === undefined ? [] : [`- ${line.runner}, ${caseName(line)}: ${cell(line.problem)}`],
  );
  return [...problems, ...reasons].join('\n') || '- nothing';
}

function gaps(results: Results): string {
  const found = gapsIn(results).slice(0, 5);
  if (found.length === 0) return '- none';
  return found
    .map(({ case: own, best, factor }) => {
      const times = `${showTime(own.time?.median ?? 0)}, ${best.runner} ${showTime(best.time?.median ?? 0)}`;
      return `- ${caseName(own)}: ${own.runner} takes ${showRatio(factor)} × ${best.runner}’s time (${times})`;
    })
    .join('\n');
}

/** The whole report. */
export function markdown(results: Results): string {
  return [
    '# Results',
    about(results),
    legend(results),
    '## Overview',
    'Median time per call; the fastest in bold; ✗ did not give a right answer.',
    overview(results),
    '## Largest gaps',
    gaps(results),
    '## Missing, and why',
    missing(results),
    '## Every number',
    'Median and quartiles over the rounds; ratios are taken within each round.',
    details(results),
    '',
  ].join('\n\n');
}

/** What the README shows. */
export function summary(results: Results): string {
  return [about(results), '![Ratio to core, case by case](results/latest.svg)', overview(results), gaps(results)].join(
    '\n\n',
  );
}
