// The steps of a plan, in order: kernels, routines, and loops of these, which run here from their first iteration to
// their last.

import { execute } from './batch';
import { bindCopies, runCopies } from './copies';
import { KIND, KIND_LOOP, KIND_ROUTINE, LOOP_AFTER, LOOP_BEFORE, LOOP_COUNT, LOOP_START, LOOP_STEPS } from './frame';
import { runRoutine } from './routines/routine';
import { bindRows } from './rows';

/** Points everything in a list of steps to where the slots are now. */
export function bindSteps(list: usize, slots: usize): void {
  const count = load<u32>(list);
  for (let step: u32 = 0; step < count; step++) {
    const frame = load<usize>(list + (step << 2), 4);
    if (load<u32>(frame, KIND) == KIND_LOOP) {
      bindCopies(load<usize>(frame, LOOP_START), slots);
      bindCopies(load<usize>(frame, LOOP_BEFORE), slots);
      bindCopies(load<usize>(frame, LOOP_AFTER), slots);
      bindSteps(load<usize>(frame, LOOP_STEPS), slots);
    } else {
      bindRows(frame, slots);
    }
  }
}

function runLoop(frame: usize): void {
  const count = load<u32>(frame, LOOP_COUNT);
  const before = load<usize>(frame, LOOP_BEFORE);
  const steps = load<usize>(frame, LOOP_STEPS);
  const after = load<usize>(frame, LOOP_AFTER);
  runCopies(load<usize>(frame, LOOP_START), 0);
  for (let iteration: u32 = 0; iteration < count; iteration++) {
    runCopies(before, iteration);
    runSteps(steps);
    runCopies(after, iteration);
  }
}

export function runSteps(list: usize): void {
  const count = load<u32>(list);
  for (let step: u32 = 0; step < count; step++) {
    const frame = load<usize>(list + (step << 2), 4);
    const kind = load<u32>(frame, KIND);
    if (kind < KIND_ROUTINE) execute(frame);
    else if (kind == KIND_ROUTINE) runRoutine(frame);
    else runLoop(frame);
  }
}
