import { roundToEven } from '../elementary/roundToEven.ts';
import { elementwise } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { staysWhole } from './apply.ts';

/** The primitive behind {@link round}. */
export const roundPrimitive: Primitive = /* @__PURE__ */ elementwise({
  name: 'round',
  arity: 1,
  op: 'round',
  domain: 'float',
  scalar: (x) => roundToEven(x),
});

/** The nearest whole number, element by element, i32 of i32; halves go to the even one, as in NumPy. Its gradient is 0 everywhere. */
export function round<A extends Operand>(x: A): Result<A> {
  return staysWhole(roundPrimitive, x);
}
