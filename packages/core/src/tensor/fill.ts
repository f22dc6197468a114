// The fast path for nested arrays whose shape is known beforehand.

import type { TypedArray } from '../shape/dtype.ts';
import type { Shape } from '../shape/shape.ts';

/** Writes nested arrays of exactly this shape and leaf type; returns the next free index, or −1 if they differ. */
export function fillShaped(
  target: TypedArray,
  value: unknown,
  shape: Shape,
  leaf: 'number' | 'boolean',
  axis = 0,
  start = 0,
): number {
  const n = shape[axis];
  if (!Array.isArray(value) || value.length !== n) return -1;
  let next = start;
  const innermost = axis === shape.length - 1;
  for (let i = 0; i < n; i++) {
    const part: unknown = value[i];
    if (innermost) {
      if (typeof part !== leaf) return -1;
      target[next++] = Number(part);
    } else {
      next = fillShaped(target, part, shape, leaf, axis + 1, next);
      if (next < 0) return -1;
    }
  }
  return next;
}
