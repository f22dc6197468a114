// Numbers and text as the report writes them.

import type { Quartiles } from '../measure/quartiles.ts';

const units: readonly (readonly [unit: string, microseconds: number])[] = [
  ['s', 1e6],
  ['ms', 1e3],
  ['µs', 1],
  ['ns', 1e-3],
];

function digits(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

/** A time in its natural unit: `12.3 µs`. */
export function showTime(microseconds: number): string {
  const [unit, size] = units.find(([, at]) => microseconds >= at) ?? (['ns', 1e-3] as const);
  return `${digits(microseconds / size)} ${unit}`;
}

export function showTimes({ low, median, high }: Quartiles): string {
  return `${showTime(median)} (${showTime(low)} – ${showTime(high)})`;
}

export function showRatio(ratio: number): string {
  return digits(ratio);
}

export function showRatios({ low, median, high }: Quartiles): string {
  return `${digits(median)} (${digits(low)} – ${digits(high)})`;
}

/** Text that stays within a table's cell: an error's message may hold line ends and bars. */
export function cell(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').trim();
}

export function table(head: readonly string[], align: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, align, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
