import { elementwise } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { unary } from './apply.ts';

/** The primitive behind {@link neg}. */
export const negPrimitive: Primitive = /* @__PURE__ */ elementwise({
  name: 'neg',
  arity: 1,
  op: 'neg',
  scalar: (x) => -x,
  locals: [() => -1],
});

/** −x, element by element. */
export function neg<A extends Operand>(x: A): Result<A> {
  return unary(negPrimitive, x);
}
