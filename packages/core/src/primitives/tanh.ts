import { tanh as tanhOf } from '../elementary/tanh.ts';
import { elementary } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { add } from './add.ts';
import { unary } from './apply.ts';
import { mul } from './mul.ts';
import { sub } from './sub.ts';

/** The primitive behind {@link tanh}. */
export const tanhPrimitive: Primitive = /* @__PURE__ */ elementary({
  name: 'tanh',
  arity: 1,
  compute: tanhOf,
  locals: [(_, result) => mul(sub(1, result), add(1, result))],
});

/** The hyperbolic tangent, element by element. At most 1 ulp off in f64; in f32 computed in f64 and rounded once. */
export function tanh<A extends Operand>(x: A): Result<A> {
  return unary(tanhPrimitive, x);
}
