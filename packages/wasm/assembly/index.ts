// The module that @chainrule/wasm carries: storage, the batched hot loop, routines, and the elementary functions that
// kernels emitted at run time import. The build writes the lists of those: every file's function of the file's name.

import { PLAN_SLOTS, PLAN_STEPS } from './frame';
import { bindSteps, runSteps } from './steps';

export * from './elementary/index';
export * from './lanes/index';
export { scratchBytes } from './routines/scratch';

/** Storage of `bytes` bytes at a multiple of 16. Traps if the memory cannot grow enough. */
export function allocate(bytes: usize): usize {
  return heap.alloc(bytes);
}

export function release(address: usize): void {
  heap.free(address);
}

/** Runs the steps of a plan in order; `moved` says that slots are elsewhere than in the run before. */
export function run(plan: usize, moved: bool): void {
  const steps = plan + PLAN_STEPS;
  if (moved) bindSteps(steps, load<usize>(plan, PLAN_SLOTS));
  runSteps(steps);
}
