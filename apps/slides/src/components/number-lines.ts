// Three number lines of one scale under one another, with an interval on each, bands from one to the next, and thin
// threads that show where every half unit goes.

import { nothing, type SVGTemplateResult, svg } from 'lit';
import { format } from '../numbers/format.ts';
import { textWidth } from './graph/marks.ts';

const names = ['x', 'y', 'z'] as const;
const reach = 9;

/** Where the lines stand. */
export interface Place {
  readonly left: number;
  readonly span: number;
  /** Heights of the lines for x, y and z. */
  readonly rows: readonly [x: number, y: number, z: number];
  /** Nothing of the intervals is drawn below it. */
  readonly height: number;
}

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
  readonly place: Place;
}

/** A line around −2.5 … 6.5, moved by whole units where its interval would lie outside. */
export function window({ left, span }: Place, from: number, to: number): Line {
  const middle = (from + to) / 2;
  const inside = !Number.isFinite(middle) || (Math.min(from, to) >= -2.5 && Math.max(from, to) <= 6.5);
  const first = inside ? -2.5 : Math.round(middle) - 4.5;
  return { range: [first, first + reach], left, unit: span / reach };
}

export function at({ range, left, unit }: Line, value: number): number {
  return left + (value - range[0]) * unit;
}

/** Every how many units there is room for a number. */
function spacing(whole: readonly number[], unit: number): number {
  const widest = Math.max(...whole.map((value) => textWidth(format(value), 20)));
  return Math.ceil((widest + 8) / unit);
}

function rail(line: Line, { left, span }: Place, row: number, name: string): SVGTemplateResult {
  const whole = Array.from({ length: reach }, (_, i) => Math.ceil(line.range[0]) + i);
  const step = spacing(whole, line.unit);
  return svg`<line class="rail" x1=${left} x2=${left + span} y1=${row} y2=${row}></line>
    ${whole.map(
      (value) => svg`<line class="rail" x1=${at(line, value)} x2=${at(line, value)} y1=${row - 6} y2=${row + 6}></line>
      ${value % step === 0 ? svg`<text class="halo thin" x=${at(line, value)} y=${row + 29} text-anchor="middle">${format(value)}</text>` : nothing}`,
    )}
    <text class="name" x=${left - 12} y=${row + 8} text-anchor="end">${name}</text>`;
}

export function numberLines({ intervals, seen, threads, clipId, place }: Lines): SVGTemplateResult {
  const { left, span, rows, height } = place;
  // x has a line that stays, so that its end can be dragged along it.
  const lines = intervals.map(([from, to], i) => (i === 0 ? window(place, 0, 0) : window(place, from, to)));
  const spot = (i: number, value: number): number => {
    const line = lines[i];
    return line ? Math.max(-4000, Math.min(4000, at(line, value))) : 0;
  };
  const isThere = (i: number): boolean => i < seen && (intervals[i]?.every(Number.isFinite) ?? false);
  const thread = (values: readonly number[], i: number): string => {
    const [from = Number.NaN, to = Number.NaN] = values.slice(i, i + 2);
    return Number.isFinite(from) && Number.isFinite(to)
      ? `M${spot(i, from)} ${rows[i]}L${spot(i + 1, to)} ${rows[i + 1]}`
      : '';
  };
  const band = (i: number): SVGTemplateResult | typeof nothing => {
    const [from, to] = [intervals[i], intervals[i + 1]];
    if (!from || !to || !isThere(i) || !isThere(i + 1)) return nothing;
    return svg`<path class="band" d="M${spot(i, from[0])} ${rows[i]}L${spot(i, from[1])} ${rows[i]}L${spot(i + 1, to[1])} ${rows[i + 1]}L${spot(i + 1, to[0])} ${rows[i + 1]}Z"></path>`;
  };
  const gaps = [0, 1].filter((i) => i + 1 < seen);
  return svg`<defs><clipPath id=${clipId}><rect x=${left - 8} y="0" width=${span + 16} height=${height}></rect></clipPath></defs>
    <g clip-path="url(#${clipId})">
      ${gaps.map((i) => svg`<path class="thread" d=${threads.map((values) => thread(values, i)).join('')}></path>${band(i)}`)}
    </g>
    ${lines.map((line, i) => rail(line, place, rows[i] ?? 0, names[i] ?? ''))}
    <g clip-path="url(#${clipId})">
      ${intervals.map(([from, to], i) => (isThere(i) ? svg`<line class="interval" x1=${spot(i, from)} x2=${spot(i, to)} y1=${rows[i] ?? 0} y2=${rows[i] ?? 0}></line>` : nothing))}
    </g>`;
}
