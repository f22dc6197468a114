// Axes as users write them (0 is the outermost, −1 the innermost) turned into what primitives take: counted from the
// end, so that an axis keeps its meaning when `vmap` puts another one in front.

import { ArgumentError, ShapeError } from '../errors.ts';
import { showGiven } from './checks.ts';
import { type Shape, showShape } from './shape.ts';

/** The axes as a list. Throws an ArgumentError for anything that names none. */
export function axesOf(operation: string, axis: number | readonly number[]): readonly number[] {
  const axes = typeof axis === 'number' ? [axis] : axis;
  if (Array.isArray(axes) && axes.every((one) => typeof one === 'number')) return axes;
  throw new ArgumentError(
    `${operation}: expected axis as a whole number or a list of whole numbers, got ${showGiven(axis)}`,
  );
}

/** One axis, several, or undefined for all of them → negative axes in ascending order. Throws for one that is missing or named twice. */
export function trailingAxes(operation: string, shape: Shape, axis: number | readonly number[] | undefined): number[] {
  const rank = shape.length;
  if (axis === undefined) return Array.from({ length: rank }, (_, i) => i - rank);
  const given = axesOf(operation, axis);
  const axes = given.map((a) => {
    if (!Number.isInteger(a) || a < -rank || a >= rank) {
      const range = rank === 0 ? 'a single number has none' : `expected one from ${-rank} to ${rank - 1}`;
      throw new ShapeError(`${operation}: axis ${a} is not an axis of shape ${showShape(shape)}; ${range}`);
    }
    return a < 0 ? a : a - rank;
  });
  const twice = given.find((_, i) => axes.indexOf(axes[i] as number) < i);
  if (twice !== undefined) throw new ShapeError(`${operation}: axis ${twice} is named twice in ${showShape(given)}`);
  return axes.toSorted((l, r) => l - r);
}

/** The axis that an operation runs along, counted from the end. Throws for one that is missing, and for several. */
export function trailingAxis(operation: string, shape: Shape, axis: number): number {
  if (typeof axis !== 'number') {
    throw new ArgumentError(`${operation}: expected axis as one whole number, got ${showGiven(axis)}`);
  }
  const [along = -1] = trailingAxes(operation, shape, axis);
  return along;
}
