// A plan is a lowered program: kernels, routines and loops of these, in order, over numbered slots of storage.

import type { DType } from '../shape/dtype.ts';
import type { KernelCall } from './kernel.ts';
import type { RoutineCall } from './routine.ts';

/** A piece of storage that a plan reads or writes. Row-major, without gaps. */
export interface Slot {
  readonly dtype: DType;
  /** Number of elements; 1 for a scalar. */
  readonly length: number;
}

/**
 * What becomes of an output: a JavaScript number (for a slot of length 1), a typed array of JavaScript's, or a buffer
 * that stays where the backend computes.
 */
export type Placement = 'number' | 'host' | 'resident';

/** A run of neighbouring elements, copied in each iteration of a loop from one slot to another of the same dtype. */
export interface Copy {
  readonly length: number;
  readonly from: Moving;
  readonly to: Moving;
}

/** Where a copied run begins in the first iteration, and how far it moves with each one, in elements. */
export interface Moving {
  readonly slot: number;
  readonly offset: number;
  readonly advance: number;
}

/**
 * Steps that run `count` times over the same slots:
 *
 *   start copies; then `count` times: before copies, steps, after copies
 *
 * No copy of one list reads what another one of that list writes.
 */
export interface Loop {
  readonly step: 'loop';
  readonly count: number;
  readonly start: readonly Copy[];
  readonly before: readonly Copy[];
  readonly steps: readonly Step[];
  readonly after: readonly Copy[];
}

export type Step = KernelCall | RoutineCall | Loop;

export interface Plan {
  /** Inputs come first: slot i is input i, for i < inputs. Inputs are never written. */
  readonly inputs: number;
  readonly slots: readonly Slot[];
  readonly steps: readonly Step[];
  /** Slots of the outputs, in order. A slot may be given out twice, and may be an input. */
  readonly outputs: readonly { readonly slot: number; readonly placement: Placement }[];
}
