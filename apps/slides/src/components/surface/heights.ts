// The heights of a surface: values on a grid, read in between by bilinear interpolation.

import type { Box, Interval } from './projection.ts';

export interface Heights {
  readonly columns: number;
  readonly rows: number;
  /** Row by row, the first row at the least y: `values[row * columns + column]`. */
  readonly values: ArrayLike<number>;
}

/** The height at (x, y), not a number where a neighbour of the grid is none. */
export type HeightAt = (x: number, y: number) => number;

export function heightAt({ columns, rows, values }: Heights, box: Pick<Box, 'x' | 'y'>): HeightAt {
  const along = (value: number, [from, to]: Interval, count: number): number =>
    Math.min(count - 1, Math.max(0, ((value - from) / (to - from)) * (count - 1)));
  return (x, y) => {
    const [column, row] = [along(x, box.x, columns), along(y, box.y, rows)];
    const [left, lower] = [Math.min(columns - 2, Math.floor(column)), Math.min(rows - 2, Math.floor(row))];
    const [right, upper] = [column - left, row - lower];
    const at = (dx: number, dy: number): number => values[(lower + dy) * columns + left + dx] ?? Number.NaN;
    // A corner that counts nothing may be a hole.
    const mix = (one: number, other: number, part: number): number =>
      part === 0 ? one : part === 1 ? other : one + (other - one) * part;
    return mix(mix(at(0, 0), at(1, 0), right), mix(at(0, 1), at(1, 1), right), upper);
  };
}

/** `count` values from one end to the other. */
export function evenly([from, to]: Interval, count: number): number[] {
  return Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
}

/** The lines that part the whole side into `count`, inside an interval of it, whose ends are added. */
export function linesIn([from, to]: Interval, whole: Interval, count: number): number[] {
  const sliver = (whole[1] - whole[0]) * 1e-6;
  return [from, ...evenly(whole, count + 1).filter((value) => value > from + sliver && value < to - sliver), to];
}

/** The heights worth drawing: wild values (beyond the outer tenths, and what is not finite) don't flatten all others. */
export function heightWindow(values: ArrayLike<number>): Interval {
  const known = windows.get(values);
  if (known) return known;
  const found = findWindow(values);
  windows.set(values, found);
  return found;
}

/** Kept while the values live: they are sorted once, not at every frame of a drag. */
const windows = new WeakMap<ArrayLike<number>, Interval>();

function findWindow(values: ArrayLike<number>): Interval {
  const finite = Array.from(values).filter(Number.isFinite);
  finite.sort((one, other) => one - other);
  const at = (part: number): number => finite[Math.round(part * (finite.length - 1))] ?? 0;
  if (finite.length === 0) return [-1, 1];
  const [low, high] = [at(0.04), at(0.96)];
  const usual = high - low;
  const least = Math.max(at(0), low - 0.35 * usual);
  const most = Math.min(at(1), high + 0.35 * usual);
  if (!(most - least > 1e-9 * Math.max(1, Math.abs(most)))) return [least - 1, least + 1];
  const room = 0.04 * (most - least);
  return [least - room, most + room];
}
