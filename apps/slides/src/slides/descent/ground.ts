// The loss over a part of the (a, b) plane: one batched gradient call over a grid, kept until data or backend change.

import { type Grid, grid, type Window } from '../../lesson/grid.ts';
import type { Points } from '../../lesson/points.ts';
import type { Field, Regression } from '../../lesson/regression.ts';
import { isLecture, lectureWindow, windowOf } from '../../lesson/scales.ts';
import type { Engine } from '../../store/engine.ts';

export interface Ground {
  readonly window: Window;
  readonly grid: Grid;
}

/** A grid for the window that reaches two cells beyond its edges, so that contours run off them. */
export function ground(window: Window, columns: number, rows: number): Ground {
  const wider = ([from, to]: readonly [number, number], count: number): readonly [number, number] => {
    const cell = (to - from) / (count - 1);
    return [from - 2 * cell, to + 2 * cell];
  };
  const reach = { a: wider(window.a, columns), b: wider(window.b, rows) };
  return { window, grid: grid(reach, columns + 4, rows + 4) };
}

/** Around the lecture's minimum at (1, 1), with room for starts on every side. */
export const plane: Ground = ground(lectureWindow, 61, 53);

const grounds = new WeakMap<Points, Ground>();

/** Around the minimum of the given data; `lecture` for the lecture's. */
export function groundOf(engine: Engine, data: Points, lecture: Ground = plane): Ground {
  if (isLecture(data)) return lecture;
  const known = grounds.get(data) ?? ground(windowOf(engine, data), 61, 53);
  grounds.set(data, known);
  return known;
}

const fields = new WeakMap<Regression, WeakMap<Points, Map<Grid, Field>>>();

export function fieldOf(lesson: Regression, points: Points, { grid }: Ground): Field {
  const byPoints = fields.get(lesson) ?? new WeakMap<Points, Map<Grid, Field>>();
  fields.set(lesson, byPoints);
  const byGrid = byPoints.get(points) ?? new Map<Grid, Field>();
  byPoints.set(points, byGrid);
  const field = byGrid.get(grid) ?? lesson.field(grid.a, grid.b, points);
  byGrid.set(grid, field);
  return field;
}

const planes = new WeakMap<Window, Ground>();

/** The heights of the loss's surface over exactly the window. */
export function heightsOf(
  lesson: Regression,
  points: Points,
  window: Window,
): { readonly grid: Grid; readonly heights: Float64Array } {
  const plane = planes.get(window) ?? { window, grid: grid(window, 49, 49) };
  planes.set(window, plane);
  return { grid: plane.grid, heights: fieldOf(lesson, points, plane).loss };
}
