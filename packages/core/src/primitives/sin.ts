import { sin as sinOf } from '../elementary/sin.ts';
import { elementary } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { unary } from './apply.ts';
import { cos } from './cos.ts';

/** The primitive behind {@link sin}. */
export const sinPrimitive: Primitive = /* @__PURE__ */ elementary({
  name: 'sin',
  arity: 1,
  compute: sinOf,
  locals: [([x]) => cos(x)],
});

/** The sine of an angle in radians, element by element; right for huge angles too, NaN at ±∞. At most 1 ulp off in f64; in f32 computed in f64 and rounded once. */
export function sin<A extends Operand>(x: A): Result<A> {
  return unary(sinPrimitive, x);
}
