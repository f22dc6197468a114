// How long the arrows of gradients are drawn in a panel, so that all of them are seen whole.

import type { Line } from '../lesson/points.ts';
import type { Frame } from './axes.ts';

export function sumOf(gradients: readonly Line[]): Line {
  return gradients.reduce((sum, { a, b }) => ({ a: sum.a + a, b: sum.b + b }), { a: 0, b: 0 });
}

export type Arrow = readonly [dx: number, dy: number];

/** The gradients as arrows in stage pixels, at full length. */
export function pixelsOf({ x, y }: Frame, gradients: readonly Line[]): Arrow[] {
  return gradients.map(({ a, b }) => [x(a) - x(0), y(b) - y(0)] as const);
}

/** The length of the longest; 1 where none has any. */
export const longestOf = (arrows: readonly Arrow[]): number =>
  Math.max(0, ...arrows.map(([dx, dy]) => Math.hypot(dx, dy))) || 1;

/** Shorter than this the longest arrow never gets, in stage pixels. */
const shortest = 40;

/**
 * The greatest scale at which no arrow from (a, b) leaves its panel. Close to an edge that would make dots of them: there
 * they may pass it a little.
 */
export function roomFor(plot: Frame, { a, b }: Line, gradients: readonly Line[]): number {
  const arrows = pixelsOf(plot, gradients);
  const room = (from: number, by: number, low: number, high: number): number =>
    by === 0 ? Number.POSITIVE_INFINITY : Math.max(0, ((by > 0 ? high - from : from - low) - 4) / Math.abs(by));
  const inside = arrows.flatMap(([dx, dy]) => [
    room(plot.x(a), dx, plot.left, plot.right),
    room(plot.y(b), dy, plot.top, plot.bottom),
  ]);
  return Math.max(shortest / longestOf(arrows), Math.min(...inside));
}
