// A plane that holds one variable still and cuts the surface: its outline, the curve on it, and the curve's tangent.

import { type HeightAt, linesIn } from './heights.ts';
import type { Interval, Place, Projection, Spot } from './projection.ts';

export type Axis = 'x' | 'y';

export interface Cut {
  /** The variable held still, and at what value. */
  readonly hold: Axis;
  readonly at: number;
  /** Its curve, its tangent; only an outline without the first. */
  readonly curve?: boolean;
  readonly tangent?: boolean;
  /** The name of its handle; without it the plane can't be dragged. */
  readonly handle?: string;
}

/** The slopes of a surface at a point: its partial derivatives. */
export interface Slope {
  readonly x: number;
  readonly y: number;
}

/** The variable that stays free on the plane. */
export const free = ({ hold }: { readonly hold: Axis }): Axis => (hold === 'x' ? 'y' : 'x');

/** A point of the plane by its free coordinate. */
export function onCut({ hold, at }: Pick<Cut, 'hold' | 'at'>, along: number, z: number): Spot {
  return hold === 'x' ? { x: at, y: along, z } : { x: along, y: at, z };
}

/** Pieces of a line within an interval of heights, and without its holes. */
export function within(points: readonly (readonly [along: number, z: number])[], [low, high]: Interval): Place[][] {
  const pieces: Place[][] = [[]];
  const inside = (z: number): boolean => z >= low && z <= high;
  points.forEach(([along, z], i) => {
    const before = points[i - 1];
    const piece = pieces.at(-1) ?? [];
    if (!Number.isFinite(z)) {
      if (piece.length) pieces.push([]);
      return;
    }
    if (before && Number.isFinite(before[1])) {
      // Where it enters or leaves, in the order in which it passes.
      const crossings = [low, high]
        .filter((edge) => before[1] < edge !== z < edge)
        .map((edge) => (edge - before[1]) / (z - before[1]))
        .sort((one, other) => one - other);
      for (const part of crossings) {
        const at: Place = [before[0] + (along - before[0]) * part, before[1] + (z - before[1]) * part];
        pieces.at(-1)?.push(at);
        const leaves = (pieces.at(-1)?.length ?? 0) > 1;
        if (leaves) pieces.push([]);
      }
    }
    if (inside(z)) pieces.at(-1)?.push([along, z]);
  });
  return pieces.filter((piece) => piece.length > 1);
}

/** Of a whole side: as many as the usual grid has, between whose values heights are linear. */
const parts = 48;

/** The curve on the plane or on a part of it, as pieces of (free coordinate, height). */
export function curveOf(cut: Cut, height: HeightAt, { box }: Projection, side: Interval = box[free(cut)]): Place[][] {
  const along = linesIn(side, box[free(cut)], parts);
  const points = along.map((value) => {
    const { x, y } = onCut(cut, value, 0);
    return [value, height(x, y)] as const;
  });
  return within(points, box.z);
}

/** The tangent through (along, z), a little shorter than the box is wide. */
export function tangentOf(along: number, z: number, slope: number, side: Interval, window: Interval): Place[][] {
  if (!Number.isFinite(slope) || !Number.isFinite(z)) return [];
  const steep = (slope * (side[1] - side[0])) / (window[1] - window[0]);
  const reach = (0.3 * (side[1] - side[0])) / Math.hypot(1, steep * 0.66);
  const [from, to] = [Math.max(side[0], along - reach), Math.min(side[1], along + reach)];
  return within(
    [
      [from, z + slope * (from - along)],
      [to, z + slope * (to - along)],
    ],
    window,
  );
}
