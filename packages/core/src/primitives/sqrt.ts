import { elementwise } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { unary } from './apply.ts';
import { div } from './div.ts';
/** The primitive behind {@link sqrt}. */
export const sqrtPrimitive: Primitive = /* @__PURE__ */ elementwise({
  name: 'sqrt',
  arity: 1,
  op: 'sqrt',
  domain: 'float',
  scalar: (x) => Math.sqrt(x),
  locals: [(_, root) => div(0.5, root)],
});

/** The square root, element by element, correctly rounded; NaN for a negative number. Its derivative at 0 is ∞. */
export function sqrt<A extends Operand>(x: A): Result<A> {
  return unary(sqrtPrimitive, x);
}
