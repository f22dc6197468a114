// Axes as users write them (0 is the outermost, −1 the innermost) turned into what primitives take: counted from the
// end, so that an axis keeps its meaning when `vmap` puts another one in front.

import { ShapeError } from '../errors.ts';
import { type Shape, showShape } from './shape.ts';

/** One axis, several, or undefined for all of them → negative axes in ascending order. Throws for one that is missing or named twice. */
export function trailingAxes(operation: string, shape: Shape, axis: number | readonly number[] | undefined): number[] {
  const rank = shape.length;
  if (axis === undefined) return Array.from({ length: rank }, (_, i) => i - rank);
  const axes = (typeof axis === 'number' ? [axis] : axis).map((a) => {
    if (!Number.isInteger(a) || a < -rank || a >= rank) {
      const range = rank === 0 ? 'a single number has none' : `expected one from ${-rank} to ${rank - 1}`;
      throw new ShapeError(`${operation}: axis ${a} is not an axis of shape ${showShape(shape)}; ${range}`);
    }
    return a < 0 ? a : a - rank;
  });
  const sorted = axes.toSorted((l, r) => l - r);
  const twice = sorted.find((a, i) => a === sorted[i - 1]);
  if (twice !== undefined) throw new ShapeError(`${operation}: axis ${twice} is named twice in ${showShape(axes)}`);
  return sorted;
}
