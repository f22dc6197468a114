// The last step of the specified summation: block sums by adjacent pairs.

/** Folds the first `count` block sums in place and returns the result; a Float32Array rounds each addition to f32. */
export function foldBlocks(sums: Float64Array | Float32Array, count: number): number {
  let left = count;
  while (left > 1) {
    const half = left >> 1;
    for (let i = 0; i < half; i++) sums[i] = (sums[2 * i] ?? 0) + (sums[2 * i + 1] ?? 0);
    if (left & 1) sums[half] = sums[left - 1] ?? 0;
    left = half + (left & 1);
  }
  return sums[0] ?? 0;
}
