import { acos as acosOf } from '../elementary/acos.ts';
import { elementary } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { add } from './add.ts';
import { unary } from './apply.ts';
import { div } from './div.ts';
import { mul } from './mul.ts';
import { sqrt } from './sqrt.ts';
import { sub } from './sub.ts';

/** The primitive behind {@link acos}. */
export const acosPrimitive: Primitive = /* @__PURE__ */ elementary({
  name: 'acos',
  arity: 1,
  compute: acosOf,
  locals: [([x]) => div(-1, sqrt(mul(sub(1, x), add(1, x))))],
});

/** The angle in [0, π] whose cosine is x, element by element; NaN outside of [−1, 1], where the derivative at the ends is −∞. At most 1 ulp off in f64; in f32 computed in f64 and rounded once. */
export function acos<A extends Operand>(x: A): Result<A> {
  return unary(acosPrimitive, x);
}
