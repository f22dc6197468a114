// Round values along the axes of a small panel: as many as have room beside one another, and more than one where it can be.

import { type Frame, labelWidth, ticksAcross } from '../axes.ts';

const most = 4;
/** Between labels in a row, and from one label's line to the next. */
const gap = { across: 6, up: 20 };

type Interval = readonly [number, number];

const inside = (values: readonly number[], [from, to]: Interval): readonly number[] =>
  values.filter((value) => value > from && value < to);

/** All of the evenly spaced values, else every second, third …, 0 always among them. */
function spaced(values: readonly number[], apart: (one: number, other: number) => boolean): readonly number[] {
  const [first = 0, second = first + 1] = values;
  const every = (stride: number): readonly number[] =>
    values.filter((value) => Math.round(value / (second - first)) % stride === 0);
  const fits = (kept: readonly number[]): boolean =>
    kept.every((value, i) => i === 0 || apart(kept[i - 1] ?? value, value));
  return values.map((_, i) => every(i + 1)).find(fits) ?? [];
}

export function alongX(plot: Frame): readonly number[] {
  const usual = ticksAcross(plot, most);
  if (usual.length > 1) return usual;
  const { x, extent } = plot;
  return spaced(
    inside(x.ticks(most), extent.x),
    (one, other) => x(other) - x(one) - (labelWidth(one) + labelWidth(other)) / 2 > gap.across,
  );
}

export function alongY({ y, extent }: Frame): readonly number[] {
  return spaced(inside(y.ticks(most), extent.y), (one, other) => y(one) - y(other) > gap.up);
}
