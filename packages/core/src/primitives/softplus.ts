import { softplus as softplusOf } from '../elementary/softplus.ts';
import { elementary } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { unary } from './apply.ts';
import { sigmoid } from './sigmoid.ts';

/** The primitive behind {@link softplus}. */
export const softplusPrimitive: Primitive = /* @__PURE__ */ elementary({
  name: 'softplus',
  arity: 1,
  compute: softplusOf,
  locals: [([x]) => sigmoid(x)],
});

/** log(1 + eˣ), element by element: a smooth relu. At most 1 ulp off in f64; in f32 computed in f64 and rounded once. */
export function softplus<A extends Operand>(x: A): Result<A> {
  return unary(softplusPrimitive, x);
}
