import { elementwise } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { binary } from './apply.ts';

/** The primitive behind {@link sub}. */
export const subPrimitive: Primitive = /* @__PURE__ */ elementwise({
  name: 'sub',
  arity: 2,
  op: 'sub',
  scalar: (x, y) => x - y,
  locals: [() => 1, () => -1],
});

/** x − y, element by element, with NumPy’s broadcasting. */
export function sub<A extends Operand, B extends Operand>(x: A, y: B): Result<A, B> {
  return binary(subPrimitive, x, y);
}
