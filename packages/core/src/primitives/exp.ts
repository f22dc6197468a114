import { exp as exponential } from '../elementary/exp.ts';
import { elementary } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { unary } from './apply.ts';
/** The primitive behind {@link exp}. */
export const expPrimitive: Primitive = /* @__PURE__ */ elementary({
  name: 'exp',
  arity: 1,
  compute: exponential,
  locals: [(_, result) => result],
});

/** e to the power x, element by element. At most 1 ulp off in f64; in f32 computed in f64 and rounded once. */
export function exp<A extends Operand>(x: A): Result<A> {
  return unary(expPrimitive, x);
}
