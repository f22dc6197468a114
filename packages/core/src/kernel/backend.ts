// What a backend is: a place for numbers, and the means to run plans on them.

import type { DType, TypedArray } from '../shape/dtype.ts';
import type { Plan } from './plan.ts';

/** Numbers placed on a backend. */
export interface Buffer {
  readonly backend: Backend;
  readonly dtype: DType;
  /** Number of elements. */
  readonly length: number;
  /** A fresh copy of the numbers. */
  read(): TypedArray;
  /** One element, by its row-major index, as a number (0 or 1 for bool). */
  at(index: number): number;
  /** Gives the storage back now. Reading afterwards throws. Calling it again does nothing. */
  free(): void;
}

/**
 * An input of a plan: a number (for a slot of length 1; a boolean as 0 or 1), a typed array of the slot's dtype and length, which the
 * call only reads, or a buffer of this backend.
 */
export type Input = number | TypedArray | Buffer;

/** An output: what the plan's placement asked for. */
export type Output = number | TypedArray | Buffer;

/** A plan made ready to run. It may keep working storage between runs; `run` is not re-entrant and need not be. */
export interface Executable {
  /** Fresh outputs each time; nothing given out earlier changes. */
  run(inputs: readonly Input[]): Output[];
}

export interface Backend {
  /** Short and fit for a label on a slide: `typescript`, `wasm`. */
  readonly name: string;
  readonly available: boolean;
  /** Why it is not available, as a sentence. */
  readonly reason?: string;
  /** Copies the numbers in. */
  place(data: TypedArray): Buffer;
  prepare(plan: Plan): Executable;
}
