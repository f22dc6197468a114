// The steps of a plan made ready to run: kernels as generated JavaScript loops, or interpreted where the page forbids
// generated code, routines, and loops of these.

import type { KernelCall } from '../kernel/kernel.ts';
import type { Copy, Loop, Step } from '../kernel/plan.ts';
import type { TypedArray } from '../shape/dtype.ts';
import { generate } from './generate.ts';
import { interpret } from './interpret.ts';
import { readyRoutine } from './routines/routine.ts';

/** A step made ready: runs once over the slots' arrays. */
export type Ready = (slots: readonly TypedArray[]) => void;

/** A kernel made ready: runs one call of it over the slots' arrays. */
export type Run = (slots: readonly TypedArray[], call: Flat) => void;

/** A kernel call as flat lists of numbers, the form that running code reads. */
export interface Flat {
  /** Slot of each load, store and reduction, in this order. */
  readonly slots: readonly number[];
  readonly sizes: readonly number[];
  /** For each load, store and reduction its offset, then its strides. */
  readonly walks: readonly number[];
  readonly constants: Float64Array;
}

function flatten({ sizes, loads, stores, reductions, constants }: KernelCall): Flat {
  const bindings = [...loads, ...stores, ...reductions];
  return {
    slots: bindings.map(({ slot }) => slot),
    sizes,
    walks: bindings.flatMap(({ offset, strides }) => [offset, ...strides]),
    constants: Float64Array.from(constants),
  };
}

function readyKernel(step: KernelCall): Ready {
  const run = generate(step.kernel) ?? interpret(step.kernel);
  const call = flatten(step);
  return (slots) => run(slots, call);
}

/** Copies this long and shorter go element by element: a call of `set` costs more. */
const short = 32;

function copy(slots: readonly TypedArray[], copies: readonly Copy[], iteration: number): void {
  for (const { from, to, length } of copies) {
    const source = slots[from.slot] as TypedArray;
    const target = slots[to.slot] as TypedArray;
    const first = from.offset + iteration * from.advance;
    const at = to.offset + iteration * to.advance;
    if (length > short) target.set(source.subarray(first, first + length), at);
    else for (let i = 0; i < length; i++) target[at + i] = source[first + i] as number;
  }
}

function readyLoop({ count, start, before, steps, after }: Loop): Ready {
  const ready = readySteps(steps);
  return (slots) => {
    copy(slots, start, 0);
    for (let iteration = 0; iteration < count; iteration++) {
      copy(slots, before, iteration);
      for (let i = 0; i < ready.length; i++) ready[i]?.(slots);
      copy(slots, after, iteration);
    }
  };
}

function readyStep(step: Step): Ready {
  switch (step.step) {
    case 'kernel':
      return readyKernel(step);
    case 'routine':
      return readyRoutine(step);
    case 'loop':
      return readyLoop(step);
  }
}

/** Steps made ready, in order. */
export function readySteps(steps: readonly Step[]): Ready[] {
  return steps.map(readyStep);
}
