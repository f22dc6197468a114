// Where a line can be seen and taken hold of inside a plot.

import type { Line } from '../lesson/points.ts';
import type { Extent } from './axes.ts';

/** The interval of x in which y = a x + b lies inside the plot; nothing if it passes the plot by. */
export function visibleInterval({ a, b }: Line, { x, y }: Extent): readonly [number, number] | undefined {
  if (a === 0) return b >= y[0] && b <= y[1] ? x : undefined;
  const crossings = [(y[0] - b) / a, (y[1] - b) / a].sort((p, q) => p - q);
  const from = Math.max(x[0], crossings[0] ?? x[0]);
  const to = Math.min(x[1], crossings[1] ?? x[1]);
  return from < to ? [from, to] : undefined;
}

export interface Handles {
  /** x of the handle that turns the line about its intercept, and so moves a. */
  readonly turn: number;
  /** x of the handle that lifts the line, and so moves b. */
  readonly lift: number;
}

/** A handle near the far end for a, and one left of the middle, away from the lecture's points, for b. */
export function handles(line: Line, extent: Extent): Handles | undefined {
  const interval = visibleInterval(line, extent);
  if (!interval) return undefined;
  const [from, to] = interval;
  const inset = (to - from) * 0.07;
  const turn = Math.abs(to) >= Math.abs(from) ? to - inset : from + inset;
  const lift = Math.min(to - inset, Math.max(from + inset, -1));
  return { turn, lift };
}
