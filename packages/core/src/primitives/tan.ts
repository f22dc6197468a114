import { tan as tanOf } from '../elementary/tan.ts';
import { elementary } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { add } from './add.ts';
import { unary } from './apply.ts';
import { square } from './square.ts';

/** The primitive behind {@link tan}. */
export const tanPrimitive: Primitive = /* @__PURE__ */ elementary({
  name: 'tan',
  arity: 1,
  compute: tanOf,
  locals: [(_, result) => add(1, square(result))],
});

/** The tangent of an angle in radians, element by element; right for huge angles too, NaN at ±∞. At most 1 ulp off in f64; in f32 computed in f64 and rounded once. */
export function tan<A extends Operand>(x: A): Result<A> {
  return unary(tanPrimitive, x);
}
