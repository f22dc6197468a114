import { elementwise } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { binary } from './apply.ts';

/** The primitive behind {@link mul}. */
export const mulPrimitive: Primitive = /* @__PURE__ */ elementwise({
  name: 'mul',
  arity: 2,
  op: 'mul',
  scalar: (x, y) => x * y,
  whole: (x, y) => Math.imul(x, y),
  locals: [(operands) => operands[1], (operands) => operands[0]],
});

/** x · y, element by element, with NumPy’s broadcasting. */
export function mul<A extends Operand, B extends Operand>(x: A, y: B): Result<A, B> {
  return binary(mulPrimitive, x, y);
}
