// The results as a Markdown table.

import { type Line, type Quartiles, reference } from './measure.ts';

function digits(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

function spread({ low, median, high }: Quartiles): string {
  return `${digits(median)} (${digits(low)} – ${digits(high)})`;
}

/** Text that stays within one cell: an error's message may hold line ends and bars. */
function cell(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|');
}

/** Median and quartiles of time and ratio, a line for each runner; a runner with a problem says what it is. */
export function table(lines: readonly Line[]): string {
  const rows = lines.map(({ workload, size, dtype, runner, time, ratio, problem }) => {
    const cells = [time ? spread(time) : cell(problem ?? ''), ratio ? spread(ratio) : ''];
    return `| ${[workload, size.toLocaleString('en'), dtype, runner, ...cells].join(' | ')} |`;
  });
  return [
    `| workload | n | dtype | runner | µs per call | ratio to ${reference} |`,
    '| --- | ---: | --- | --- | ---: | ---: |',
    ...rows,
  ].join('\n');
}
