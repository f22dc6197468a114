// The types of what transforms take and give back.

import type { GivenArray, NumberArray, Operand, Tensor, TruthArray } from '../tensor/operand.ts';

/** What stands for one array of several numbers. */
type Dense = GivenArray | NumberArray | TruthArray | Tensor;

/** What may be given where a function declares an argument of type T: a tensor stands for any operand. */
export type Arg<T> = T extends Tensor
  ? Operand
  : T extends number | boolean | GivenArray | NumberArray | TruthArray
    ? T
    : { [K in keyof T]: Arg<T[K]> };

/** A gradient has the form and the kinds of what it is the gradient of: number → number, Float64Array → Float64Array. */
export type Gradient<A> = A extends number
  ? number
  : A extends boolean
    ? never
    : A extends GivenArray | NumberArray | TruthArray
      ? A
      : A extends Tensor
        ? Tensor
        : { [K in keyof A]: Gradient<A[K]> };

/** The same form and kinds, with other numbers: what a carry is in the end for the one that it began with. */
export type Same<A> = A extends number
  ? number
  : A extends boolean
    ? boolean
    : A extends GivenArray | NumberArray | TruthArray
      ? A
      : A extends Tensor
        ? Tensor
        : { [K in keyof A]: Same<A[K]> };

/** What `vmap` gives back for a result of type R: a tensor for each leaf. */
export type Mapped<R> = R extends number | boolean | Dense ? Tensor : { [K in keyof R]: Mapped<R[K]> };

/** What `vmap` takes for an argument of type T: any operand for each leaf. */
export type Batch<T> = T extends number | boolean | Dense ? Operand : { [K in keyof T]: Batch<T[K]> };

/** What may be given for a list of arguments. */
export type Args<P extends readonly unknown[]> = { [K in keyof P]: Arg<P[K]> };

/** The gradients by the arguments at some positions: one, or a tuple in the order of the positions. */
export type GradientAt<P extends readonly unknown[], N> = N extends number
  ? Gradient<P[N]>
  : N extends readonly number[]
    ? { [K in keyof N]: N[K] extends keyof P ? Gradient<P[N[K]]> : never }
    : never;

/** What a result of type R is once its numbers are known: arrays are tensors. */
export type Known<R> = R extends number
  ? number
  : R extends boolean
    ? boolean
    : R extends Dense
      ? Tensor
      : { [K in keyof R]: Known<R[K]> };

/** A leaf for each pair of a leaf of a result and a leaf of an argument. */
export type JacobianOf<R, A> = R extends number | boolean | Dense
  ? A extends number
    ? R extends number
      ? number
      : Tensor
    : A extends Dense
      ? Tensor
      : { [K in keyof A]: JacobianOf<R, A[K]> }
  : { [K in keyof R]: JacobianOf<R[K], A> };

/** The Jacobians by the arguments at some positions: one, or a tuple in the order of the positions. */
export type JacobianAt<R, P extends readonly unknown[], N> = N extends number
  ? JacobianOf<R, P[N]>
  : N extends readonly number[]
    ? { [K in keyof N]: N[K] extends keyof P ? JacobianOf<R, P[N[K]]> : never }
    : never;
