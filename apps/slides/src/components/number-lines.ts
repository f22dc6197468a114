// Three number lines of one scale under one another, with an interval on each, bands from one to the next, and thin
// threads that show where every half unit goes.

import { nothing, type SVGTemplateResult, svg } from 'lit';
import { format } from '../numbers/format.ts';

/** Heights of the lines for x, y and z. */
export const rows = [64, 178, 292] as const;

const names = ['x', 'y', 'z'] as const;
const [left, span, reach] = [40, 656, 9] as const;

export interface Line {
  readonly range: readonly [number, number];
  readonly left: number;
  /** Stage pixels of a unit: the same on all three lines, so that lengths can be compared. */
  readonly unit: number;
}

type Interval = readonly [number, number];

export interface Lines {
  /** From and to on each line, the top one first; what is not finite is not drawn. */
  readonly intervals: readonly Interval[];
  /** How many of the lines have their interval. */
  readonly seen: number;
  /** Values that belong together: one on each line. */
  readonly threads: readonly (readonly number[])[];
  readonly clipId: string;
}

/** A line around −2.5 … 6.5, moved by whole units where its interval would lie outside. */
export function window(from: number, to: number): Line {
  const middle = (from + to) / 2;
  const inside = !Number.isFinite(middle) || (Math.min(from, to) >= -2.5 && Math.max(from, to) <= 6.5);
  const first = inside ? -2.5 : Math.round(middle) - 4.5;
  return { range: [first, first + reach], left, unit: span / reach };
}

export function at({ range, left, unit }: Line, value: number): number {
  return left + (value - range[0]) * unit;
}

function rail(line: Line, row: number, name: string): SVGTemplateResult {
  const whole = Array.from({ length: reach }, (_, i) => Math.ceil(line.range[0]) + i);
  return svg`<line class="rail" x1=${left} x2=${left + span} y1=${row} y2=${row}></line>
    ${whole.map(
      (value) => svg`<line class="rail" x1=${at(line, value)} x2=${at(line, value)} y1=${row - 6} y2=${row + 6}></line>
      <text class="halo thin" x=${at(line, value)} y=${row + 29} text-anchor="middle">${format(value)}</text>`,
    )}
    <text class="name" x=${left - 12} y=${row + 8} text-anchor="end">${name}</text>`;
}

export function numberLines({ intervals, seen, threads, clipId }: Lines): SVGTemplateResult {
  // x has a line that stays, so that its end can be dragged along it.
  const lines = intervals.map(([from, to], i) => (i === 0 ? window(0, 0) : window(from, to)));
  const place = (i: number, value: number): number => {
    const line = lines[i];
    return line ? Math.max(-4000, Math.min(4000, at(line, value))) : 0;
  };
  const isThere = (i: number): boolean => i < seen && (intervals[i]?.every(Number.isFinite) ?? false);
  const thread = (values: readonly number[], i: number): string => {
    const [from = Number.NaN, to = Number.NaN] = values.slice(i, i + 2);
    return Number.isFinite(from) && Number.isFinite(to)
      ? `M${place(i, from)} ${rows[i]}L${place(i + 1, to)} ${rows[i + 1]}`
      : '';
  };
  const band = (i: number): SVGTemplateResult | typeof nothing => {
    const [from, to] = [intervals[i], intervals[i + 1]];
    if (!from || !to || !isThere(i) || !isThere(i + 1)) return nothing;
    return svg`<path class="band" d="M${place(i, from[0])} ${rows[i]}L${place(i, from[1])} ${rows[i]}L${place(i + 1, to[1])} ${rows[i + 1]}L${place(i + 1, to[0])} ${rows[i + 1]}Z"></path>`;
  };
  const gaps = [0, 1].filter((i) => i + 1 < seen);
  return svg`<defs><clipPath id=${clipId}><rect x=${left - 8} y="0" width=${span + 16} height="330"></rect></clipPath></defs>
    <g clip-path="url(#${clipId})">
      ${gaps.map((i) => svg`<path class="thread" d=${threads.map((values) => thread(values, i)).join('')}></path>${band(i)}`)}
    </g>
    ${lines.map((line, i) => rail(line, rows[i] ?? 0, names[i] ?? ''))}
    <g clip-path="url(#${clipId})">
      ${intervals.map(([from, to], i) => (isThere(i) ? svg`<line class="interval" x1=${place(i, from)} x2=${place(i, to)} y1=${rows[i] ?? 0} y2=${rows[i] ?? 0}></line>` : nothing))}
    </g>`;
}
