import { sign as signOf } from '../elementary/sign.ts';
import { elementary } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { staysWhole } from './apply.ts';

/** The primitive behind {@link sign}. */
export const signPrimitive: Primitive = /* @__PURE__ */ elementary({
  name: 'sign',
  arity: 1,
  compute: signOf,
});

/** −1 below 0, 1 above, element by element, i32 of i32; ±0 and NaN stay. Its gradient is 0 everywhere. */
export function sign<A extends Operand>(x: A): Result<A> {
  return staysWhole(signPrimitive, x);
}
