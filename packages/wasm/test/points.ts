// Points of axes, and what is there.

import type { Binding } from '@chainrule/core/backend';

/** All points of axes of these sizes, the last axis fastest. */
export function* pointsOf(sizes: readonly number[]): Generator<number[]> {
  const [size, ...rest] = sizes;
  if (size === undefined) yield [];
  else for (let i = 0; i < size; i++) for (const inner of pointsOf(rest)) yield [i, ...inner];
}

/** The element of a slot that a binding reaches at a point. */
export function indexOf({ offset, strides }: Binding, point: readonly number[]): number {
  return point.reduce((index, i, axis) => index + i * (strides[axis] as number), offset);
}
