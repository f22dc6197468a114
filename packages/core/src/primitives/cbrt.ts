import { cbrt as cbrtOf } from '../elementary/cbrt.ts';
import { elementary } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { unary } from './apply.ts';
import { div } from './div.ts';
import { square } from './square.ts';

/** The primitive behind {@link cbrt}. */
export const cbrtPrimitive: Primitive = /* @__PURE__ */ elementary({
  name: 'cbrt',
  arity: 1,
  compute: cbrtOf,
  locals: [(_, result) => div(1 / 3, square(result))],
});

/** The cube root, element by element, of negative numbers too. Its derivative at 0 is ∞. At most 1 ulp off in f64; in f32 computed in f64 and rounded once. */
export function cbrt<A extends Operand>(x: A): Result<A> {
  return unary(cbrtPrimitive, x);
}
