// Kernels: one fused loop over a tile of the inner axis, compiled at run time and called through the function table.

import { ENTRY } from './frame';

/** Runs a kernel on `count` elements from `first` on; what its reductions come to is written to `results`. */
export function tile(frame: usize, first: u32, count: u32, results: usize): void {
  call_indirect<void>(load<u32>(frame, ENTRY), frame, first, count, results);
}
