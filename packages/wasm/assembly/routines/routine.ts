// Routines: the table of them, and the walk over their outer axes. src/frames/routine.ts gives the same numbers.

import { AXES, DTYPE, DTYPE_F32, DTYPE_F64, DTYPE_I32, ENTRY, OUTER, ROWS } from '../frame';
import { isEmpty, next } from '../rows';
import { argsort } from './argsort';
import { cumsum } from './cumsum';
import { gather } from './gather';
import { iota } from './iota';
import { matmul } from './matmul';
import { scatterAdd } from './scatter';

export const MATMUL: u32 = 0;
export const GATHER: u32 = 1;
export const SCATTER_ADD: u32 = 2;
export const CUMSUM: u32 = 3;
export const ARGSORT: u32 = 4;

/** A routine at one point of the outer axes, on the dtypes that every routine but the matrix product knows. */
function compute<T>(routine: u32, frame: usize): void {
  if (routine == GATHER) gather<T>(frame);
  else if (routine == SCATTER_ADD) scatterAdd<T>(frame);
  else if (routine == CUMSUM) cumsum<T>(frame);
  else if (routine == ARGSORT) argsort<T>(frame);
  else iota<T>(frame);
}

function computeAs(dtype: u32, routine: u32, frame: usize): void {
  if (routine == MATMUL) {
    if (dtype == DTYPE_F64) matmul<f64>(frame);
    else matmul<f32>(frame);
  } else if (dtype == DTYPE_F64) compute<f64>(routine, frame);
  else if (dtype == DTYPE_F32) compute<f32>(routine, frame);
  else if (dtype == DTYPE_I32) compute<i32>(routine, frame);
  // A truth value is any byte but 0.
  else compute<u8>(routine, frame);
}

/** Runs one routine call. */
export function runRoutine(frame: usize): void {
  const outer = load<u32>(frame, OUTER);
  const axes = load<usize>(frame, AXES);
  const rows = load<u32>(frame, ROWS);
  if (isEmpty(axes, outer, rows)) return;
  const dtype = load<u32>(frame, DTYPE);
  const routine = load<u32>(frame, ENTRY);
  do computeAs(dtype, routine, frame);
  while (next(frame, axes, outer, rows));
}
