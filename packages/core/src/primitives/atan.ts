import { atan as atanOf } from '../elementary/atan.ts';
import { elementary } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { add } from './add.ts';
import { unary } from './apply.ts';
import { div } from './div.ts';
import { square } from './square.ts';

/** The primitive behind {@link atan}. */
export const atanPrimitive: Primitive = /* @__PURE__ */ elementary({
  name: 'atan',
  arity: 1,
  compute: atanOf,
  locals: [([x]) => div(1, add(1, square(x)))],
});

/** The angle in [−π/2, π/2] whose tangent is x, element by element. At most 1 ulp off in f64; in f32 computed in f64 and rounded once. */
export function atan<A extends Operand>(x: A): Result<A> {
  return unary(atanPrimitive, x);
}
