import { elementwise } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { binary } from './apply.ts';
import { equal, less } from './compare.ts';
import { where } from './where.ts';

/** The primitive behind {@link minimum}. */
export const minimumPrimitive: Primitive = /* @__PURE__ */ elementwise({
  name: 'minimum',
  arity: 2,
  op: 'min',
  scalar: (x, y) => Math.min(x, y),
  locals: [
    ([x, y]) => where(less(x, y), 1, where(equal(x, y), 0.5, 0)),
    ([x, y]) => where(less(y, x), 1, where(equal(x, y), 0.5, 0)),
  ],
});

/** The smaller of x and y, element by element, with NumPy’s broadcasting; NaN if one is NaN, and −0 is below +0. Of equal numbers each gets half of the gradient. */
export function minimum<A extends Operand, B extends Operand>(x: A, y: B): Result<A, B> {
  return binary(minimumPrimitive, x, y);
}
