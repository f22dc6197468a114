import { elementwise } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { unary } from './apply.ts';
import { mul } from './mul.ts';
/** The primitive behind {@link square}. */
export const squarePrimitive: Primitive = /* @__PURE__ */ elementwise({
  name: 'square',
  arity: 1,
  op: 'mul',
  args: [0, 0],
  scalar: (x) => x * x,
  whole: (x) => Math.imul(x, x),
  locals: [([x]) => mul(2, x)],
});

/** x · x, element by element. */
export function square<A extends Operand>(x: A): Result<A> {
  return unary(squarePrimitive, x);
}
