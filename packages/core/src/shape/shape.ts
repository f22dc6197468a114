// Shapes and the types of arrays. A shape lists the sizes of the axes, outermost first; [] is a scalar.

import type { DType } from './dtype.ts';

/** Sizes of the axes of an array, outermost first. `[]` is the shape of a single number. */
export type Shape = readonly number[];

/** What is known of an array before its numbers are. */
export interface ArrayType {
  readonly shape: Shape;
  readonly dtype: DType;
  /** Made of plain numbers only: takes the dtype of the array it meets. Weak values are scalars. */
  readonly weak: boolean;
}

/** Number of elements of an array of this shape; 1 for a scalar. */
export function sizeOf(shape: Shape): number {
  let size = 1;
  for (let axis = 0; axis < shape.length; axis++) size *= shape[axis] as number;
  return size;
}

export function sameShape(left: Shape, right: Shape): boolean {
  if (left.length !== right.length) return false;
  for (let axis = 0; axis < left.length; axis++) if (left[axis] !== right[axis]) return false;
  return true;
}

/** `[2, 3]` */
export function showShape(shape: Shape): string {
  return `[${shape.join(', ')}]`;
}

/** `f64` for a scalar, `f64[2, 3]` for an array. */
export function showType({ dtype, shape }: Pick<ArrayType, 'dtype' | 'shape'>): string {
  return shape.length === 0 ? dtype : `${dtype}${showShape(shape)}`;
}

/** The size of an axis that may be counted from the end. */
export function sizeAt(shape: Shape, axis: number): number {
  const size = shape.at(axis);
  if (size === undefined) throw new RangeError(`shape ${showShape(shape)} has no axis ${axis}`);
  return size;
}

/** Distance in elements between neighbours along each axis of a row-major array. */
export function rowMajorStrides(shape: Shape): number[] {
  const strides = new Array<number>(shape.length);
  let stride = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    strides[axis] = stride;
    stride *= sizeAt(shape, axis);
  }
  return strides;
}
