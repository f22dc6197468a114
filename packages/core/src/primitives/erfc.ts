import { erfc as erfcOf } from '../elementary/erfc.ts';
import { elementary } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { unary } from './apply.ts';
import { exp } from './exp.ts';
import { mul } from './mul.ts';
import { neg } from './neg.ts';
import { square } from './square.ts';

/** The primitive behind {@link erfc}. */
export const erfcPrimitive: Primitive = /* @__PURE__ */ elementary({
  name: 'erfc',
  arity: 1,
  compute: erfcOf,
  locals: [([x]) => mul(-2 / Math.sqrt(Math.PI), exp(neg(square(x))))],
});

/** The complementary error function 1 − erf(x), element by element, without the loss of digits for large x. At most 1 ulp off in f64; in f32 computed in f64 and rounded once. */
export function erfc<A extends Operand>(x: A): Result<A> {
  return unary(erfcPrimitive, x);
}
