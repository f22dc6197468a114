// What a plan's steps are made of.

import type { Kernel, Loop, RoutineCall, Step } from '@chainrule/core/backend';

/** The kernels of steps, in the order in which frames are written. */
export function kernelsOf(steps: readonly Step[]): Kernel[] {
  return steps.flatMap((step) =>
    step.step === 'kernel' ? [step.kernel] : step.step === 'loop' ? kernelsOf(step.steps) : [],
  );
}

/** The routine calls of a step, those inside of loops too. */
export function routinesOf(step: Step): RoutineCall[] {
  return step.step === 'routine' ? [step] : step.step === 'loop' ? step.steps.flatMap(routinesOf) : [];
}

function copiedSlots({ start, before, after }: Loop): number[] {
  return [...start, ...before, ...after].flatMap(({ from, to }) => [from.slot, to.slot]);
}

/** The slots that a step reads or writes. */
export function slotsOf(step: Step): number[] {
  switch (step.step) {
    case 'kernel':
      return [...step.loads, ...step.stores, ...step.reductions].map(({ slot }) => slot);
    case 'routine':
      return [...step.operands, step.result].map(({ slot }) => slot);
    case 'loop':
      return [...copiedSlots(step), ...step.steps.flatMap(slotsOf)];
  }
}
