// The types of what transforms take and give back.

import type { TypedArray } from '../shape/dtype.ts';
import type { NumberArray, Operand, Tensor } from '../tensor/operand.ts';

/** What may be given where a function declares an argument of type T: a tensor stands for any operand. */
export type Arg<T> = T extends Tensor
  ? Operand
  : T extends number | boolean | TypedArray | NumberArray
    ? T
    : { [K in keyof T]: Arg<T[K]> };

/** A gradient has the form and the kinds of what it is the gradient of: number → number, Float64Array → Float64Array. */
export type Gradient<A> = A extends number
  ? number
  : A extends boolean
    ? never
    : A extends TypedArray | NumberArray
      ? A
      : A extends Tensor
        ? Tensor
        : { [K in keyof A]: Gradient<A[K]> };

/** What `vmap` gives back for a result of type R: a tensor for each leaf. */
export type Mapped<R> = R extends number | boolean | TypedArray | Tensor | NumberArray
  ? Tensor
  : { [K in keyof R]: Mapped<R[K]> };

/** What `vmap` takes for an argument of type T: any operand for each leaf. */
export type Batch<T> = T extends number | boolean | TypedArray | Tensor | NumberArray
  ? Operand
  : { [K in keyof T]: Batch<T[K]> };
