import { elementwise } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { binary } from './apply.ts';
import { neg } from './neg.ts';
/** The primitive behind {@link div}. */
export const divPrimitive: Primitive = /* @__PURE__ */ elementwise({
  name: 'div',
  arity: 2,
  op: 'div',
  domain: 'float',
  scalar: (x, y) => x / y,
  locals: [([, y]) => div(1, y), ([, y], quotient) => neg(div(quotient, y))],
});

/** x / y, element by element, with NumPy’s broadcasting. IEEE 754 division: x / 0 is ±∞, 0 / 0 is NaN. */
export function div<A extends Operand, B extends Operand>(x: A, y: B): Result<A, B> {
  return binary(divPrimitive, x, y);
}
