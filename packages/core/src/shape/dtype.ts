// The element types of arrays. A dtype matters in shape rules and in the loads and stores of kernels, nowhere else.

/** Element type of an array: IEEE binary64 (the default), IEEE binary32, or a truth value. */
export type DType = 'f64' | 'f32' | 'bool';

/** An array of JavaScript's that holds numbers of one dtype: Float64Array for f64, Float32Array for f32, Uint8Array (0 or 1) for bool. */
export type TypedArray = Float64Array<ArrayBuffer> | Float32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

interface DTypeFacts {
  readonly bytes: number;
  readonly allocate: (length: number) => TypedArray;
  /** The nearest number that the dtype can hold. */
  readonly round: (value: number) => number;
}

/** What storage needs to know of each dtype. */
export const dtypes: { readonly [D in DType]: DTypeFacts } = {
  f64: { bytes: 8, allocate: (length) => new Float64Array(length), round: (value) => value },
  f32: { bytes: 4, allocate: (length) => new Float32Array(length), round: Math.fround },
  bool: { bytes: 1, allocate: (length) => new Uint8Array(length), round: (value) => (value ? 1 : 0) },
};

/** The dtype that a typed array holds, or undefined for one that no dtype maps to. */
export function dtypeOf(data: unknown): DType | undefined {
  if (data instanceof Float64Array) return 'f64';
  if (data instanceof Float32Array) return 'f32';
  if (data instanceof Uint8Array) return 'bool';
  return undefined;
}
