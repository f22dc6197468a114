import { acosh as acoshOf } from '../elementary/acosh.ts';
import { elementary } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { add } from './add.ts';
import { unary } from './apply.ts';
import { div } from './div.ts';
import { mul } from './mul.ts';
import { sqrt } from './sqrt.ts';
import { sub } from './sub.ts';

/** The primitive behind {@link acosh}. */
export const acoshPrimitive: Primitive = /* @__PURE__ */ elementary({
  name: 'acosh',
  arity: 1,
  compute: acoshOf,
  locals: [([x]) => div(1, sqrt(mul(sub(x, 1), add(x, 1))))],
});

/** The number at or above 0 whose hyperbolic cosine is x, element by element; NaN below 1, where the derivative at 1 is ∞. At most 1 ulp off in f64; in f32 computed in f64 and rounded once. */
export function acosh<A extends Operand>(x: A): Result<A> {
  return unary(acoshPrimitive, x);
}
