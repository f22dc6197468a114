// The last step of the specified summation: block sums, stored one after the other, are folded by adjacent pairs.

import type { TypedArray } from '../shape/dtype.ts';

type Sums = Float64Array | Float32Array;

const pools: { readonly f64: Sums[]; readonly f32: Sums[] } = { f64: [], f32: [] };

/**
 * Room for the block sums of the `index`-th sum of a kernel: the same array each time, grown when needed. Kernels never
 * run inside one another, and a branch or an allocation here would cost the loop that follows its registers.
 */
export function partials(dtype: 'f64' | 'f32', index: number, blocks: number): Sums {
  const pool = pools[dtype];
  let sums = pool[index];
  if (sums === undefined || sums.length < blocks) {
    const length = Math.max(16, 2 * blocks);
    sums = dtype === 'f32' ? new Float32Array(length) : new Float64Array(length);
    pool[index] = sums;
  }
  return sums;
}

/** Folds the first `count` block sums in place; storing rounds each addition to the dtype. The sum of none is +0. */
export function foldBlocks(sums: TypedArray, count: number): number {
  if (count === 0) return 0;
  let left = count;
  while (left > 1) {
    const half = left >> 1;
    for (let i = 0; i < half; i++) sums[i] = (sums[2 * i] as number) + (sums[2 * i + 1] as number);
    if (left & 1) sums[half] = sums[left - 1] as number;
    left = half + (left & 1);
  }
  return sums[0] as number;
}
