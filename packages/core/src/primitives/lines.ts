// Routines that run along one axis of an array, for every point of the others.

import type { RoutineLayout } from '../program/primitive.ts';
import type { DType } from '../shape/dtype.ts';
import { type Shape, sizeAt } from '../shape/shape.ts';

/** The layout of a routine with one letter of its own, whose operand and result have the same shape. */
export function alongAxis(shape: Shape, axis: number, dtype: DType): RoutineLayout {
  const along = shape.length + axis;
  const outer = shape.map((_, k) => k).filter((k) => k !== along);
  const axes = [...outer, along].map((k) => [k]);
  return { dtype, sizes: [...outer, along].map((k) => sizeAt(shape, k)), axes: [axes, axes] };
}
