// A plan is a lowered program: kernel calls in order over numbered slots of storage.

import type { DType } from '../shape/dtype.ts';
import type { KernelCall } from './kernel.ts';

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

export interface Plan {
  /** Inputs come first: slot i is input i, for i < inputs. Inputs are never written. */
  readonly inputs: number;
  readonly slots: readonly Slot[];
  readonly calls: readonly KernelCall[];
  /** Slots of the outputs, in order. A slot may be given out twice, and may be an input. */
  readonly outputs: readonly { readonly slot: number; readonly placement: Placement }[];
}
