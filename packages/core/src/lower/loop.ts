// Loops over several axes, made as short as they can be: axes of size 1 go, neighbours that every access walks through
// without a gap become one.

import type { InnerStep } from '../kernel/kernel.ts';

export interface Walk {
  readonly offset: number;
  readonly strides: readonly number[];
}

export interface Loop {
  readonly sizes: readonly number[];
  /** Strides of each access, one per axis. */
  readonly strides: readonly (readonly number[])[];
}

/** Merges axes from `first` on, before `end`. Order of iteration stays row-major. */
export function collapse(loop: Loop, first: number, end: number): Loop {
  const sizes: number[] = [];
  const strides: number[][] = loop.strides.map(() => []);
  for (let axis = first; axis < end; axis++) {
    const size = loop.sizes[axis] as number;
    if (size === 1) continue;
    const last = sizes.length - 1;
    const joins = last >= 0 && loop.strides.every((own, i) => strides[i]?.[last] === (own[axis] as number) * size);
    if (joins) {
      sizes[last] = (sizes[last] as number) * size;
      loop.strides.forEach((own, i) => {
        const merged = strides[i];
        if (merged !== undefined) merged[last] = own[axis] as number;
      });
    } else {
      sizes.push(size);
      loop.strides.forEach((own, i) => {
        strides[i]?.push(own[axis] as number);
      });
    }
  }
  return { sizes, strides };
}

export function innerStep(stride: number | undefined): InnerStep {
  return stride === undefined || stride === 0 ? 'still' : stride === 1 ? 'unit' : 'strided';
}
