import { elementwise } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { binary } from './apply.ts';
import { equal, greater } from './compare.ts';
import { where } from './where.ts';

/** The primitive behind {@link maximum}. */
export const maximumPrimitive: Primitive = /* @__PURE__ */ elementwise({
  name: 'maximum',
  arity: 2,
  op: 'max',
  scalar: (x, y) => Math.max(x, y),
  locals: [
    ([x, y]) => where(greater(x, y), 1, where(equal(x, y), 0.5, 0)),
    ([x, y]) => where(greater(y, x), 1, where(equal(x, y), 0.5, 0)),
  ],
});

/** The larger of x and y, element by element, with NumPy’s broadcasting; NaN if one is NaN, and −0 is below +0. Of equal numbers each gets half of the gradient. */
export function maximum<A extends Operand, B extends Operand>(x: A, y: B): Result<A, B> {
  return binary(maximumPrimitive, x, y);
}
