// Where an emitted kernel finds what a call gives it. assembly/frame.ts holds the same numbers.

import type { Kernel } from '@chainrule/core/backend';

/** Bytes before the rows, of kernels and of routines. */
export const header = 52;

/** Offsets in bytes into a kernel's frame; they depend on nothing but the kernel. */
export interface FrameShape {
  /** An address for each load, store and reduction. */
  readonly rows: number;
  /** A step along the inner axis in bytes, for each load and store. */
  readonly steps: number;
  /** A cell of 8 bytes for each constant; a bool fills it with ones or zeros, an f32 or i32 the first half. */
  readonly constants: number;
  /** Bytes in all. */
  readonly size: number;
}

export function frameShape({ loads, stores, reductions, constants }: Kernel): FrameShape {
  const rows = header;
  const steps = rows + 4 * (loads.length + stores.length + reductions.length);
  const end = steps + 4 * (loads.length + stores.length);
  const cells = (end + 7) & ~7;
  return { rows, steps, constants: cells, size: cells + 8 * constants.length };
}
