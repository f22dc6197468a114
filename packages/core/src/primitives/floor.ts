import { elementwise } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { staysWhole } from './apply.ts';

/** The primitive behind {@link floor}. */
export const floorPrimitive: Primitive = /* @__PURE__ */ elementwise({
  name: 'floor',
  arity: 1,
  op: 'floor',
  domain: 'float',
  scalar: (x) => Math.floor(x),
});

/** The largest whole number not above x, element by element, i32 of i32. Its gradient is 0 everywhere. */
export function floor<A extends Operand>(x: A): Result<A> {
  return staysWhole(floorPrimitive, x);
}
