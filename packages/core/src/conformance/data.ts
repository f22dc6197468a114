// Inputs of the suite: seeded, so that each run sees the same; hard numbers first.

import { type DType, dtypes } from '../shape/dtype.ts';
import { type Shape, sizeOf } from '../shape/shape.ts';
import type { Tensor } from '../tensor/operand.ts';
import type { Api } from './api.ts';

/** Sizes around the edges of lanes, tiles and blocks. */
export const sizes: readonly number[] = [
  0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 127, 128, 129, 511, 512, 513, 1023, 1025, 2500,
];

export const floats: readonly ('f64' | 'f32')[] = ['f64', 'f32'];

const hard: readonly number[] = [
  0,
  -0,
  1,
  -1,
  2,
  0.5,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.NaN,
  5e-324,
  -5e-324,
  2.2250738585072014e-308,
  1.7976931348623157e308,
  1e-200,
  -1e200,
  3.4028234663852886e38,
  1e-45,
  708.5,
  -745.2,
  0.9999999999999999,
  1.0000000000000002,
  -0.5,
  2.5,
  1e22,
];

/** A generator of numbers in [−1, 1): xorshift32 (Marsaglia, J. Stat. Soft. 8, 2003). */
export function generator(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state / 0x80000000;
  };
}

/** Ordinary numbers in [−4, 4). */
export function ordinary(length: number, seed: number): Float64Array<ArrayBuffer> {
  const next = generator(seed);
  return Float64Array.from({ length }, () => 4 * next());
}

/** Numbers of all kinds: special, tiny, huge, ordinary. */
export function mixed(length: number, seed: number): Float64Array<ArrayBuffer> {
  const next = generator(seed);
  return Float64Array.from({ length }, (_, i) => {
    const pick = hard[(i * 7 + seed) % hard.length];
    return i % 3 === 0 && pick !== undefined ? pick : next() * 10 ** Math.round(6 * next());
  });
}

const edges: readonly number[] = [0, 1, -1, 2, 31, -31, 2147483647, -2147483648, 65536, -65535];

/** Whole numbers: the ends of the range of i32, small ones, and any. */
export function whole(length: number, seed: number): Int32Array<ArrayBuffer> {
  const next = generator(seed);
  return Int32Array.from({ length }, (_, i) => {
    const pick = edges[(i * 3 + seed) % edges.length];
    return i % 3 === 0 && pick !== undefined ? pick : i % 3 === 1 ? 8 * next() : 2147483648 * next();
  });
}

/** Few different whole numbers, so that many are equal. */
export function fewWhole(length: number, seed: number, count = 4): Int32Array<ArrayBuffer> {
  const next = generator(seed);
  return Int32Array.from({ length }, () => Math.floor((count * (1 + next())) / 2));
}

/** Truth values. */
export function truths(length: number, seed: number): Uint8Array<ArrayBuffer> {
  const next = generator(seed);
  return Uint8Array.from({ length }, () => Number(next() > 0));
}

/** A tensor of ordinary numbers of a shape. */
export function array(api: Api, shape: Shape, dtype: DType = 'f64', seed = 7): Tensor {
  return api.tensor(ordinary(sizeOf(shape), seed), { shape, dtype });
}

/** A tensor that is hard for its dtype. */
export function hardArray(api: Api, shape: Shape, dtype: DType = 'f64', seed = 7): Tensor {
  const size = sizeOf(shape);
  const numbers = dtype === 'i32' ? whole(size, seed) : dtype === 'bool' ? truths(size, seed) : mixed(size, seed);
  return api.tensor(numbers, { shape, dtype });
}

/** Every dtype. */
export const allDTypes: readonly DType[] = Object.keys(dtypes) as DType[];
