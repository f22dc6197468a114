// A plan's own piece of WebAssembly memory: the table of its slots' addresses, a frame for each kernel call, and the
// storage of its small slots. assembly/frame.ts says what stands where.

import { type Binding, dtypes, type KernelCall, type Plan, summation } from '@chainrule/core/backend';
import { frameShape } from './emit/frame.ts';
import { groupOf } from './emit/kernel.ts';
import { align, type Layout } from './layout.ts';
import type { Memory } from './memory.ts';

const forms = { point: 0, map: 1, reduce: 2 } as const;

interface FramePlace {
  readonly frame: number;
  readonly bindings: number;
  readonly axes: number;
  readonly partials: number;
}

/** Offsets from the start of a plan's piece of memory. */
export interface PlanShape {
  readonly slots: number;
  readonly calls: readonly FramePlace[];
  /** Where the small slots are. */
  readonly kept: number;
  readonly bytes: number;
}

function rowsOf({ kernel }: KernelCall): number {
  return kernel.loads.length + kernel.stores.length + kernel.sums.length;
}

/** Most sums of blocks that wait to be folded at once. */
function partialsOf({ kernel, sizes }: KernelCall): number {
  const n = sizes[kernel.outer] ?? 0;
  return 4 + Math.ceil(Math.log2(1 + n / summation.f32.block));
}

export function planShape(plan: Plan, { keptBytes }: Layout): PlanShape {
  let end = 0;
  const take = (bytes: number): number => {
    const start = end;
    end += align(bytes);
    return start;
  };
  take(8 + 4 * plan.calls.length);
  const slots = take(4 * plan.slots.length);
  const calls = plan.calls.map((call) => ({
    frame: take(frameShape(call.kernel).size),
    bindings: take(8 * rowsOf(call)),
    axes: take(call.kernel.outer * (8 + 4 * rowsOf(call))),
    partials: take(8 * call.kernel.sums.length * partialsOf(call)),
  }));
  const kept = take(keptBytes);
  return { slots, calls, kept, bytes: end };
}

/** Writes everything but the slots' addresses and numbers. `entries` are the kernels' indices in the function table. */
export function writePlan(memory: Memory, at: number, plan: Plan, shape: PlanShape, entries: readonly number[]): void {
  const words = memory.u32;
  const start = at >>> 2;
  words[start] = plan.calls.length;
  words[start + 1] = at + shape.slots;
  plan.calls.forEach((call, c) => {
    const place = shape.calls[c];
    if (place === undefined) return;
    words[start + 2 + c] = at + place.frame;
    writeFrame(memory, at, call, place, entries[c] ?? 0);
  });
}

function writeFrame(memory: Memory, at: number, call: KernelCall, place: FramePlace, entry: number): void {
  const { kernel, sizes } = call;
  const words = memory.u32;
  const accesses = [...kernel.loads, ...kernel.stores, ...kernel.sums];
  const bindings = [...call.loads, ...call.stores, ...call.sums];
  const width = dtypes[kernel.sums[0]?.dtype ?? 'f64'].bytes;
  const fields = [
    entry,
    forms[kernel.form],
    kernel.outer,
    accesses.length,
    kernel.sums.length,
    sizes[kernel.outer] ?? 1,
    summation[kernel.sums[0]?.dtype ?? 'f64'].block,
    groupOf(kernel),
    width,
    at + place.bindings,
    at + place.axes,
    at + place.partials,
  ];
  words.set(fields, (at + place.frame) >>> 2);
  const shape = frameShape(kernel);
  const axisWords = 2 + accesses.length;
  for (let axis = 0; axis < kernel.outer; axis++) {
    words[((at + place.axes) >>> 2) + axis * axisWords] = sizes[axis] ?? 0;
  }
  accesses.forEach(({ dtype }, row) => {
    const { bytes } = dtypes[dtype];
    const { slot, offset, strides }: Binding = bindings[row] ?? { slot: 0, offset: 0, strides: [] };
    const binding = ((at + place.bindings) >>> 2) + 2 * row;
    words[binding] = slot;
    words[binding + 1] = offset * bytes;
    for (let axis = 0; axis < kernel.outer; axis++) {
      // Negative strides wrap around, as addresses do.
      words[((at + place.axes) >>> 2) + axis * axisWords + 2 + row] = (strides[axis] ?? 0) * bytes;
    }
    if (row < accesses.length - kernel.sums.length) {
      words[((at + place.frame + shape.steps) >>> 2) + row] = (strides[kernel.outer] ?? 0) * bytes;
    }
  });
  kernel.constants.forEach((dtype, c) => {
    const cell = at + place.frame + shape.constants + 8 * c;
    const value = call.constants[c] ?? 0;
    if (dtype === 'bool') memory.u8.fill(value === 0 ? 0 : 255, cell, cell + 8);
    else memory.writeNumber(cell, value, dtype);
  });
}
