import { elementwise } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { staysWhole } from './apply.ts';

/** The primitive behind {@link ceil}. */
export const ceilPrimitive: Primitive = /* @__PURE__ */ elementwise({
  name: 'ceil',
  arity: 1,
  op: 'ceil',
  domain: 'float',
  scalar: (x) => Math.ceil(x),
});

/** The smallest whole number not below x, element by element, i32 of i32. Its gradient is 0 everywhere. */
export function ceil<A extends Operand>(x: A): Result<A> {
  return staysWhole(ceilPrimitive, x);
}
