// The box of a graph, and how what was found about its places is stretched over it.

import type { Spot } from './curve.ts';
import type { Placement } from './placement.ts';
import type { Widths } from './widths.ts';

export interface Box {
  readonly width: number;
  /** Of a graph from left to right; one from top to bottom is as high as it needs. */
  readonly height: number;
  /** Height of a node. */
  readonly size: number;
  /** From top to bottom, with so many pixels from one rank to the next. */
  readonly pitch?: number;
}

const span = (values: readonly number[]): [number, number] => [Math.min(...values), Math.max(...values)];

function mapped({ at, via }: Placement, place: (spot: Spot) => Spot): Placement {
  return {
    at: new Map([...at].map(([name, spot]) => [name, place(spot)])),
    via: new Map([...via].map(([i, points]) => [i, points.map(place)])),
  };
}

/** Stretches what was found over the box, evenly in each direction. */
export function fit(
  found: Placement,
  { width, height, size }: Box,
  widths: ReadonlyMap<string, number>,
  fixed: boolean,
): Placement {
  const spots = [...found.at.values()];
  const [left, right] = span(spots.map(({ x }) => x));
  const [top, bottom] = span(spots.map(({ y }) => y));
  const edge = (x: number): number =>
    Math.max(...[...found.at].filter(([, spot]) => spot.x === x).map(([name]) => widths.get(name) ?? size)) / 2;
  const [from, to] = [edge(left) + 6, width - edge(right) - 6];
  // Names above the highest row, gradients below the lowest.
  const [high, low] = [size, height - size * 1.1];
  const stretch = fixed ? Number.POSITIVE_INFINITY : 1.6;
  const sx = right > left ? (to - from) / (right - left) : 0;
  const sy = bottom > top ? Math.min(stretch, (low - high) / (bottom - top)) : 0;
  const middle = (high + low) / 2;
  return mapped(found, ({ x, y }) => ({
    x: sx ? from + (x - left) * sx : width / 2,
    y: middle + (y - (top + bottom) / 2) * sy,
  }));
}

/** The same from top to bottom: ranks `pitch` apart, beside each node room for its gradient and its name. */
export function fitUpright(
  found: Placement,
  { width, size }: Box,
  pitch: number,
  { drawn, beside, before }: Widths,
  fixed: boolean,
): Placement {
  const nodes = [...found.at].map(([name, spot]) => {
    const half = (drawn.get(name) ?? size) / 2;
    return { ...spot, left: half + (before.get(name) ?? 0), right: half + (beside.get(name) ?? 0) };
  });
  const [left, right] = span(nodes.map(({ x }) => x));
  const ranks = [...new Set(nodes.map(({ y }) => Math.round(y)))].sort((one, other) => one - other);
  const [top = 0, second = 1] = ranks;
  // The places of a graph are counted in ranks; dagre's are as far apart as it likes.
  const rank = fixed ? 1 : second - top;
  const from = Math.max(...nodes.map((node) => (node.x === left ? node.left : 0))) + 4;
  const to = width - Math.max(...nodes.map((node) => (node.x === right ? node.right : 0)));
  const sx = right > left ? (to - from) / (right - left) : 0;
  return mapped(found, ({ x, y }) => ({
    x: sx ? from + (x - left) * sx : (from + to) / 2,
    // Above the first rank there is room for the gradients of the inputs.
    y: size / 2 + 44 + ((y - top) / rank) * pitch,
  }));
}
