// A kernel is what a backend executes: one fused loop over arrays, written as data.
// Kernels know nothing of derivatives, trees or shapes; `lower` makes them, backends run them.
//
//   for each point of the outer axes                 (sizes known at the call, not in the kernel)
//     for i in 0 … n − 1                             (the inner axis; absent in a `point` kernel)
//       values ← loads, constants, body              (SSA: an instruction names earlier values by index)
//       stores ← values
//     reductions ← values over all i                 (only in a `reduce` kernel; sums in the specified order)

import type { DType } from '../shape/dtype.ts';
import type { Elementary, Opcode } from './instructions.ts';

/** How a load or store moves along the inner axis: not at all, to the neighbour, or by a stride known at the call. */
export type InnerStep = 'still' | 'unit' | 'strided';

export interface Access {
  readonly dtype: DType;
  readonly inner: InnerStep;
}

export interface Store extends Access {
  /** Index of the value to store. */
  readonly value: number;
}

/**
 * How numbers over the inner axis become one: `add` in the specified order of summation, `min` and `max` as the
 * instructions of these names, in any order. Over nothing: +0, ∞, −∞ (for i32: 0 and its largest and smallest numbers).
 */
export type ReductionOp = 'add' | 'min' | 'max';

/** The dtypes that arithmetic is done in. */
export type NumberType = Exclude<DType, 'bool'>;

export interface Reduction {
  /** Index of the value that is reduced over the inner axis. */
  readonly value: number;
  readonly dtype: NumberType;
  readonly op: ReductionOp;
}

export interface Instruction {
  readonly op: Opcode | Elementary;
  /** Dtype of the result. */
  readonly dtype: DType;
  /** Indices of earlier values. */
  readonly args: readonly number[];
}

export interface Kernel {
  /** Equal keys mean equal code: sizes, strides, offsets and the values of constants are not part of it. */
  readonly key: string;
  /** `point`: no loop at all. `map`: an inner loop of stores. `reduce`: an inner loop of reductions, and stores beside them. */
  readonly form: 'point' | 'map' | 'reduce';
  /** Number of axes around the inner one; 0 for a `point`. */
  readonly outer: number;
  /** Values 0 … loads.length − 1. */
  readonly loads: readonly Access[];
  /** Dtypes of the constants, the values after the loads. A constant's value comes with the call. */
  readonly constants: readonly DType[];
  /** The values after the constants. */
  readonly body: readonly Instruction[];
  /** A store never overlaps a load of the same kernel. */
  readonly stores: readonly Store[];
  /** All of one dtype and one op. Each writes one number per outer point. */
  readonly reductions: readonly Reduction[];
}

/** Where an access of a kernel begins and how it moves, in elements. */
export interface Binding {
  /** Index into the plan's slots. */
  readonly slot: number;
  readonly offset: number;
  /** One stride per outer axis, then the inner stride (absent for `point`; for a reduction only the outer ones count). */
  readonly strides: readonly number[];
}

/** One execution of a kernel within a plan. */
export interface KernelCall {
  readonly step: 'kernel';
  readonly kernel: Kernel;
  /** Sizes of the outer axes, then of the inner one. Empty for a `point`. Any of them may be 0. */
  readonly sizes: readonly number[];
  readonly loads: readonly Binding[];
  readonly stores: readonly Binding[];
  readonly reductions: readonly Binding[];
  readonly constants: readonly number[];
}

/** The dtype of a kernel's value, by index. */
export function valueDType(kernel: Kernel, value: number): DType {
  const { loads, constants, body } = kernel;
  const found =
    value < loads.length
      ? loads[value]?.dtype
      : value < loads.length + constants.length
        ? constants[value - loads.length]
        : body[value - loads.length - constants.length]?.dtype;
  if (found === undefined) throw new RangeError(`kernel has no value ${value}`);
  return found;
}
