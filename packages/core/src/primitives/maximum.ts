import { elementwise } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { binary } from './apply.ts';
import { equal, greater } from './compare.ts';
import { where } from './where.ts';
import { numberLike } from './zeros.ts';

/** What x gets of the gradient: all, half, or nothing, in its own dtype. */
function share(x: Operand = 0, y: Operand = 0): Operand {
  const of = (value: number): Operand => numberLike(x, value);
  return where(greater(x, y), of(1), where(equal(x, y), of(0.5), of(0)));
}

/** The primitive behind {@link maximum}. */
export const maximumPrimitive: Primitive = /* @__PURE__ */ elementwise({
  name: 'maximum',
  arity: 2,
  op: 'max',
  scalar: (x, y) => Math.max(x, y),
  locals: [([x, y]) => share(x, y), ([x, y]) => share(y, x)],
});

/** The larger of x and y, element by element, with NumPy’s broadcasting; NaN if one is NaN, and −0 is below +0. Of equal numbers each gets half of the gradient. */
export function maximum<A extends Operand, B extends Operand>(x: A, y: B): Result<A, B> {
  return binary(maximumPrimitive, x, y);
}
