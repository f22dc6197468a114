// What operations and transforms take. Types only.

import type { DType, TypedArray } from '../shape/dtype.ts';
import type { Shape } from '../shape/shape.ts';

/** Numbers in nested arrays: rectangular, every row of the same length. */
export type NumberArray = readonly number[] | readonly NumberArray[];

/** Truth values in nested arrays: rectangular, every row of the same length. */
export type TruthArray = readonly boolean[] | readonly TruthArray[];

/** A typed array as it may be given, whatever its buffer. */
export type GivenArray = Float64Array | Float32Array | Int32Array | Uint8Array;

/** Nested arrays with one level for each axis, or the number itself for a scalar. */
export type Nested<Leaf> = Leaf | Nested<Leaf>[];

/**
 * An immutable array of numbers. Inside a transformed or compiled function a traced value stands in its place: it has the
 * same shape and dtype, but its numbers are not known yet, and reading them throws a {@link TraceError}.
 */
export interface Tensor {
  /** Sizes of the axes, outermost first; `[]` for a single number. */
  readonly shape: Shape;
  readonly dtype: DType;
  /** Number of elements. */
  readonly size: number;
  /** The only element, as a number (0 or 1 for bool). Throws a {@link ShapeError} unless `size` is 1. */
  item(): number;
  /** The numbers as nested arrays (a bare number for a scalar); bool as booleans. */
  toArray(): Nested<number> | Nested<boolean>;
  /** A fresh typed array of the elements in row-major order. */
  toTypedArray(): TypedArray;
  /** What `JSON.stringify` writes: the same as `toArray()`. */
  toJSON(): Nested<number> | Nested<boolean>;
  /** A readable form, shortened for many elements. */
  toString(): string;
  /** The parts along axis 0. Throws a {@link ShapeError} for a scalar. */
  [Symbol.iterator](): IterableIterator<Tensor>;
  /** Frees the storage at once, as leaving the scope of a `using` declaration does. Nobody has to: unused storage is collected. */
  dispose(): void;
}

/** Anything that stands for one array: a number, a truth value, rectangular nested arrays, a typed array, or a tensor. */
export type Operand = number | boolean | NumberArray | TruthArray | GivenArray | Tensor;

/** What an operation gives back: a plain number if every operand was one, else a tensor. */
export type Result<A extends Operand, B extends Operand = number, C extends Operand = number> = A extends
  | number
  | boolean
  ? B extends number | boolean
    ? C extends number | boolean
      ? number
      : Tensor
    : Tensor
  : Tensor;

/** What a comparison gives back: a plain boolean if both operands were plain, else a tensor of dtype bool. */
export type Truth<A extends Operand, B extends Operand = boolean> = A extends number | boolean
  ? B extends number | boolean
    ? boolean
    : Tensor
  : Tensor;
