import { elementwise } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { binary } from './apply.ts';

/** The primitive behind {@link add}. */
export const addPrimitive: Primitive = /* @__PURE__ */ elementwise({
  name: 'add',
  arity: 2,
  op: 'add',
  scalar: (x, y) => x + y,
  locals: [() => 1, () => 1],
});

/** x + y, element by element, with NumPy's broadcasting. */
export function add<A extends Operand, B extends Operand>(x: A, y: B): Result<A, B> {
  return binary(addPrimitive, x, y);
}
