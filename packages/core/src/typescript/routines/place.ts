// What a routine works on.

import type { DType, TypedArray } from '../../shape/dtype.ts';

/** Where a routine reads or writes at one point of the outer axes. */
export interface Place {
  readonly data: TypedArray;
  readonly offset: number;
  /** The routine's own strides. */
  readonly strides: readonly number[];
}

/** A routine at one point of the outer axes: its own sizes, its operands and then its result. */
export type Compute = (dtype: DType, sizes: readonly number[], places: readonly Place[]) => void;

/** One operand or result of a routine. */
export function placeOf(places: readonly Place[], index: number): Place {
  return places[index] as Place;
}
