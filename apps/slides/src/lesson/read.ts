// What the engine returns, as plain numbers for tables and pictures.

interface Readable {
  toArray(): unknown;
  toTypedArray(): ArrayLike<number>;
}

export function isReadable(value: unknown): value is Readable {
  return typeof value === 'object' && value !== null && 'toArray' in value && typeof value.toArray === 'function';
}

/** A vector of any kind the engine returns (array, typed array, Tensor) as an array of numbers. */
export function flat(value: unknown): number[] {
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) return Array.from(value as Float64Array);
  if (isReadable(value)) return flat(value.toArray());
  if (Array.isArray(value)) return value.map(Number);
  throw new TypeError(`expected a vector of numbers, got ${typeof value}`);
}

/** The same as doubles, for what is as large as a grid. */
export function vector(value: unknown): Float64Array<ArrayBuffer> {
  return new Float64Array(isReadable(value) ? value.toTypedArray() : flat(value));
}

/** A single number of any kind the engine returns. */
export function single(value: unknown): number {
  if (typeof value === 'number') return value;
  if (isReadable(value)) return Number(value.toArray());
  throw new TypeError(`expected one number, got ${typeof value}`);
}
