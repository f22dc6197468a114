// NumPy's broadcasting: shapes are aligned at their last axes; an axis of size 1, or a missing one, stretches.

import type { Shape } from './shape.ts';

/** The shape that both stretch to, or undefined if an axis has two different sizes, neither of them 1. */
export function broadcastShapes(left: Shape, right: Shape): Shape | undefined {
  if (left.length === 0) return right;
  if (right.length === 0) return left;
  const rank = Math.max(left.length, right.length);
  const shape: number[] = [];
  for (let axis = -rank; axis < 0; axis++) {
    const l = left.at(axis) ?? 1;
    const r = right.at(axis) ?? 1;
    if (l !== r && l !== 1 && r !== 1) return undefined;
    shape.push(l === 1 ? r : l);
  }
  return shape;
}
