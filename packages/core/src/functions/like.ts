// Arrays shaped like another one, with one number everywhere.

import { onArray } from '../primitives/apply.ts';
import { constantOf } from '../primitives/zeros.ts';
import type { Operand, Tensor } from '../tensor/operand.ts';

/** What is like an operand: a number for a number, a boolean for a boolean, else a tensor. */
export type Like<A extends Operand> = A extends number ? number : A extends boolean ? boolean : Tensor;

function filled<A extends Operand>(operation: string, x: A, value: 0 | 1): Like<A> {
  if (typeof x === 'number') return value as Like<A>;
  if (typeof x === 'boolean') return (value === 1) as Like<A>;
  return onArray(operation, x, ({ type }, trace) =>
    constantOf(trace, value, { ...type, weak: type.weak && type.dtype === 'f64' }),
  );
}

/**
 * Zeros of the shape and dtype of x: 0 for a number, `false` for a boolean, else a tensor. No gradient flows to x. Inside a
 * traced function it takes no storage of its own.
 */
export function zerosLike<A extends Operand>(x: A): Like<A> {
  return filled('zerosLike', x, 0);
}

/**
 * Ones of the shape and dtype of x: 1 for a number, `true` for a boolean, else a tensor. No gradient flows to x. Inside a
 * traced function it takes no storage of its own.
 */
export function onesLike<A extends Operand>(x: A): Like<A> {
  return filled('onesLike', x, 1);
}
