import { elementwise } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { binary } from './apply.ts';
import { equal, less } from './compare.ts';
import { where } from './where.ts';
import { numberLike } from './zeros.ts';

/** What x gets of the gradient: all, half, or nothing, in its own dtype. */
function share(x: Operand = 0, y: Operand = 0): Operand {
  const of = (value: number): Operand => numberLike(x, value);
  return where(less(x, y), of(1), where(equal(x, y), of(0.5), of(0)));
}

/** The primitive behind {@link minimum}. */
export const minimumPrimitive: Primitive = /* @__PURE__ */ elementwise({
  name: 'minimum',
  arity: 2,
  op: 'min',
  scalar: (x, y) => Math.min(x, y),
  locals: [([x, y]) => share(x, y), ([x, y]) => share(y, x)],
});

/** The smaller of x and y, element by element, with NumPy’s broadcasting; NaN if one is NaN, and −0 is below +0. Of equal numbers each gets half of the gradient. */
export function minimum<A extends Operand, B extends Operand>(x: A, y: B): Result<A, B> {
  return binary(minimumPrimitive, x, y);
}
