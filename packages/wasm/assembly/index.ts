// The module that @chainrule/wasm carries: storage, the batched hot loop, and the elementary functions that kernels
// emitted at run time import.

import { bind, execute } from './batch';
import { PLAN_CALLS, PLAN_FRAMES, PLAN_SLOTS } from './frame';

export { exp } from './elementary/exp';
export { log } from './elementary/log';
export { pow } from './elementary/pow';
export { expLanes } from './lanes/exp';
export { logLanes } from './lanes/log';
export { powLanes } from './lanes/pow';

/** Storage of `bytes` bytes at a multiple of 16. Traps if the memory cannot grow enough. */
export function allocate(bytes: usize): usize {
  return heap.alloc(bytes);
}

export function release(address: usize): void {
  heap.free(address);
}

/** Runs the calls of a plan in order; `moved` says that slots are elsewhere than in the run before. */
export function run(plan: usize, moved: bool): void {
  const calls = load<u32>(plan, PLAN_CALLS);
  if (moved) {
    const slots = load<usize>(plan, PLAN_SLOTS);
    for (let call: u32 = 0; call < calls; call++) bind(load<usize>(plan + (call << 2), PLAN_FRAMES), slots);
  }
  for (let call: u32 = 0; call < calls; call++) execute(load<usize>(plan + (call << 2), PLAN_FRAMES));
}
