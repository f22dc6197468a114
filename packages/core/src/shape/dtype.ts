// The element types of arrays. A dtype matters in shape rules and in the loads and stores of kernels, nowhere else.

/** Element type of an array: IEEE binary64 (the default), IEEE binary32, a whole number from −2³¹ to 2³¹ − 1, or a truth value. */
export type DType = 'f64' | 'f32' | 'i32' | 'bool';

/**
 * An array of JavaScript's that holds numbers of one dtype: Float64Array for f64, Float32Array for f32, Int32Array for i32,
 * Uint8Array (0 or 1) for bool.
 */
export type TypedArray =
  | Float64Array<ArrayBuffer>
  | Float32Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Uint8Array<ArrayBuffer>;

interface DTypeFacts {
  readonly bytes: number;
  readonly allocate: (length: number) => TypedArray;
  /** The number as the dtype holds it: f32 rounds to nearest, i32 cuts off what follows the point, bool is 1 unless it is 0. */
  readonly round: (value: number) => number;
}

/** Cut off to a whole number; beyond the range to the number at its end, NaN to 0. */
function toInt32(value: number): number {
  return Math.min(Math.max(value, -(2 ** 31)), 2 ** 31 - 1) | 0;
}

/** What storage needs to know of each dtype. */
export const dtypes: { readonly [D in DType]: DTypeFacts } = {
  f64: { bytes: 8, allocate: (length) => new Float64Array(length), round: (value) => value },
  f32: { bytes: 4, allocate: (length) => new Float32Array(length), round: Math.fround },
  i32: { bytes: 4, allocate: (length) => new Int32Array(length), round: toInt32 },
  bool: { bytes: 1, allocate: (length) => new Uint8Array(length), round: (value) => (value === 0 ? 0 : 1) },
};

/** The dtype that a typed array holds, or undefined for one that no dtype maps to. */
export function dtypeOf(data: unknown): DType | undefined {
  if (data instanceof Float64Array) return 'f64';
  if (data instanceof Float32Array) return 'f32';
  if (data instanceof Int32Array) return 'i32';
  if (data instanceof Uint8Array) return 'bool';
  return undefined;
}
