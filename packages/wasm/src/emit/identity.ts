// What a reduction begins with: the number that leaves every other one as it is.

import { dtypes, type NumberType, type ReductionOp } from '@chainrule/core/backend';

const largest = 2 ** 31 - 1;

/** The identity of a reduction. That of + is −0: −0 + −0 is −0, where +0 + −0 is +0. */
export function identityOf(op: ReductionOp, dtype: NumberType): number {
  if (op === 'add') return dtype === 'i32' ? 0 : -0;
  const top = dtype === 'i32' ? largest : Infinity;
  return op === 'min' ? top : dtype === 'i32' ? -top - 1 : -top;
}

/** The bytes of a register full of it. */
export function identityBytes(op: ReductionOp, dtype: NumberType): Uint8Array {
  const numbers = dtypes[dtype].allocate(16 / dtypes[dtype].bytes).fill(identityOf(op, dtype));
  return new Uint8Array(numbers.buffer);
}
