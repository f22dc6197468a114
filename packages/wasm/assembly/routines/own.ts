// What a routine finds in its frame: its own sizes and strides, one after the other in the order of the seam's comment, and
// where each operand begins at this point of the outer axes.

import { OWN, ROW } from '../frame';

/** A size or, behind the sizes, a stride in bytes. Negative strides wrap around, as addresses do. */
export function own(frame: usize, index: u32): usize {
  return load<usize>(load<usize>(frame, OWN) + (index << 2));
}

/** Where an operand, the result or the working storage begins. */
export function row(frame: usize, index: u32): usize {
  return load<usize>(frame + (index << 2), ROW);
}
