// The walk over a step's outer axes, which keeps the address of each operand's row.

import { AXES, BINDINGS, OUTER, ROW, ROWS } from './frame';

/** Points the rows of a step to where the slots are now. */
export function bindRows(frame: usize, slots: usize): void {
  const rows = load<u32>(frame, ROWS);
  const bindings = load<usize>(frame, BINDINGS);
  for (let row: u32 = 0; row < rows; row++) {
    const binding = bindings + (row << 3);
    const address = load<usize>(slots + (load<u32>(binding) << 2)) + load<usize>(binding, 4);
    store<usize>(frame + (row << 2), address, ROW);
  }
  const axes = load<usize>(frame, AXES);
  const outer = load<u32>(frame, OUTER);
  for (let axis: u32 = 0; axis < outer; axis++) store<u32>(axes + axis * (8 + (rows << 2)), 0, 4);
}

/** Moves every row along one axis: by its stride times `steps`. */
function move(frame: usize, axis: usize, rows: u32, steps: usize): void {
  for (let row: u32 = 0; row < rows; row++) {
    const at = frame + (row << 2);
    store<usize>(at, load<usize>(at, ROW) + steps * load<usize>(axis + (row << 2), 8), ROW);
  }
}

/** Goes to the next point of the outer axes, the last one fastest. After the last point the rows are at the first again. */
export function next(frame: usize, axes: usize, outer: u32, rows: u32): bool {
  const bytes = 8 + (rows << 2);
  for (let axis = axes + outer * bytes; axis > axes; ) {
    axis -= bytes;
    const size = load<u32>(axis);
    const counter = load<u32>(axis, 4) + 1;
    if (counter < size) {
      store<u32>(axis, counter, 4);
      move(frame, axis, rows, 1);
      return true;
    }
    store<u32>(axis, 0, 4);
    move(frame, axis, rows, 1 - size);
  }
  return false;
}

/** Whether the outer axes have no point at all. */
export function isEmpty(axes: usize, outer: u32, rows: u32): bool {
  for (let axis: u32 = 0; axis < outer; axis++) {
    if (load<u32>(axes + axis * (8 + (rows << 2))) == 0) return true;
  }
  return false;
}
