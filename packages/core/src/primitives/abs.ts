import { elementwise } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { unary } from './apply.ts';
import { sign } from './sign.ts';

/** The primitive behind {@link abs}. */
export const absPrimitive: Primitive = /* @__PURE__ */ elementwise({
  name: 'abs',
  arity: 1,
  op: 'abs',
  scalar: (x) => Math.abs(x),
  locals: [([x]) => sign(x)],
});

/** The absolute value, element by element. Its derivative at 0 is 0. */
export function abs<A extends Operand>(x: A): Result<A> {
  return unary(absPrimitive, x);
}
