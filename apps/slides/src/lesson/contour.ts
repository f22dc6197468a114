// Contours and arrows of the loss as paths. Both read the same batched field: one entry per grid point.

import { pointText } from '../numbers/point-text.ts';
import type { Grid } from './grid.ts';
import { isolines } from './isolines.ts';
import type { Field } from './regression.ts';

type Project = (column: number, row: number) => readonly [number, number];

/** Levels whose rings are evenly spaced around a bowl's bottom: quadratic steps from the least to the greatest loss. */
export function levels(loss: ArrayLike<number>, count: number): number[] {
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < loss.length; i += 1) {
    const value = loss[i] ?? Number.NaN;
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  return Array.from({ length: count }, (_, k) => least + (greatest - least) * ((k + 1) / count) ** 2);
}

/**
 * One path per level, none where the loss is not finite; `project` gives the place of a grid point, fractions included.
 * The levels are so many of the field's own, or those given, which rise.
 */
export function contourPaths(
  field: Field,
  { columns, rows }: Grid,
  wanted: number | readonly number[],
  project: Project,
): string[] {
  const thresholds = typeof wanted === 'number' ? levels(field.loss, wanted) : [...wanted];
  if (!thresholds.every(Number.isFinite)) return [];
  const point = ([column, row]: readonly [number, number]): string => {
    const [x, y] = project(column, row);
    return pointText(x, y);
  };
  return isolines(field.loss, columns, rows, thresholds).map((lines) =>
    lines.map(({ places, closed }) => `M${places.map(point).join('L')}${closed ? 'Z' : ''}`).join(''),
  );
}

/** Arrows along −∇L at every `every`-th grid point, longer where the loss is steeper, in one path. */
export function arrowPath(field: Field, { columns, rows }: Grid, every: number, project: Project): string {
  // Squares, for every point of the grid; of the few with an arrow, the slope itself.
  let steepest = 0;
  for (let i = 0; i < field.a.length; i += 1)
    steepest = Math.max(steepest, (field.a[i] ?? 0) ** 2 + (field.b[i] ?? 0) ** 2);
  steepest = Math.sqrt(steepest);
  let path = '';
  for (let row = every; row < rows - every / 2; row += every) {
    for (let column = every; column < columns - every / 2; column += every) {
      const index = row * columns + column;
      const slope = Math.hypot(field.a[index] ?? 0, field.b[index] ?? 0);
      if (!(slope > 0 && slope < Number.POSITIVE_INFINITY)) continue;
      const [x, y] = project(column, row);
      const length = 7 + 25 * Math.sqrt(slope / steepest);
      path += arrow(x, y, (-(field.a[index] ?? 0) / slope) * length, ((field.b[index] ?? 0) / slope) * length);
    }
  }
  return path;
}

/** A shaft from (x, y) by (dx, dy), y downwards, with an open head. */
function arrow(x: number, y: number, dx: number, dy: number): string {
  const [tipX, tipY] = [x + dx, y + dy];
  const size = Math.min(7, Math.hypot(dx, dy) * 0.4);
  const angle = Math.atan2(dy, dx);
  const wing = (turn: number): string =>
    pointText(tipX - size * Math.cos(angle + turn), tipY - size * Math.sin(angle + turn));
  const tip = pointText(tipX, tipY);
  return `M${pointText(x, y)}L${tip}M${wing(0.5)}L${tip}L${wing(-0.5)}`;
}
