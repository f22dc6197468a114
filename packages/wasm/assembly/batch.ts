// The batched hot loop: it walks the outer axes of a kernel call and hands the rows to the kernel in tiles.

import { AXES, DTYPE, DTYPE_F32, DTYPE_F64, INNER, KIND, KIND_MAP, KIND_POINT, OUTER, ROWS } from './frame';
import { reduceRow } from './reductions';
import { isEmpty, next } from './rows';
import { tile } from './tile';

/** Runs one kernel call. */
export function execute(frame: usize): void {
  const kind = load<u32>(frame, KIND);
  if (kind == KIND_POINT) return tile(frame, 0, 1, 0);
  const outer = load<u32>(frame, OUTER);
  const axes = load<usize>(frame, AXES);
  const rows = load<u32>(frame, ROWS);
  if (isEmpty(axes, outer, rows)) return;
  if (kind == KIND_MAP) {
    const n = load<u32>(frame, INNER);
    if (n == 0) return;
    do tile(frame, 0, n, 0);
    while (next(frame, axes, outer, rows));
    return;
  }
  const dtype = load<u32>(frame, DTYPE);
  if (dtype == DTYPE_F64) {
    do reduceRow<f64>(frame);
    while (next(frame, axes, outer, rows));
  } else if (dtype == DTYPE_F32) {
    do reduceRow<f32>(frame);
    while (next(frame, axes, outer, rows));
  } else {
    do reduceRow<i32>(frame);
    while (next(frame, axes, outer, rows));
  }
}
