import { atanh as atanhOf } from '../elementary/atanh.ts';
import { elementary } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { add } from './add.ts';
import { unary } from './apply.ts';
import { div } from './div.ts';
import { mul } from './mul.ts';
import { sub } from './sub.ts';

/** The primitive behind {@link atanh}. */
export const atanhPrimitive: Primitive = /* @__PURE__ */ elementary({
  name: 'atanh',
  arity: 1,
  compute: atanhOf,
  locals: [([x]) => div(1, mul(sub(1, x), add(1, x)))],
});

/** The number whose hyperbolic tangent is x, element by element: ±∞ at ±1, NaN outside of [−1, 1]. At most 1 ulp off in f64; in f32 computed in f64 and rounded once. */
export function atanh<A extends Operand>(x: A): Result<A> {
  return unary(atanhPrimitive, x);
}
