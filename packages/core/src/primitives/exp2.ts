import { exp2 as exp2Of } from '../elementary/exp2.ts';
import { elementary } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { unary } from './apply.ts';
import { mul } from './mul.ts';

/** The primitive behind {@link exp2}. */
export const exp2Primitive: Primitive = /* @__PURE__ */ elementary({
  name: 'exp2',
  arity: 1,
  compute: exp2Of,
  locals: [(_, result) => mul(result, Math.LN2)],
});

/** 2 to the power x, element by element; exact where x is whole. At most 1 ulp off in f64; in f32 computed in f64 and rounded once. */
export function exp2<A extends Operand>(x: A): Result<A> {
  return unary(exp2Primitive, x);
}
