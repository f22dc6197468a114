import { atan2 as atan2Of } from '../elementary/atan2.ts';
import { elementary } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { add } from './add.ts';
import { binary } from './apply.ts';
import { div } from './div.ts';
import { neg } from './neg.ts';
import { square } from './square.ts';

/** The primitive behind {@link atan2}. */
export const atan2Primitive: Primitive = /* @__PURE__ */ elementary({
  name: 'atan2',
  arity: 2,
  compute: atan2Of,
  locals: [([y, x]) => div(x, add(square(x), square(y))), ([y, x]) => neg(div(y, add(square(x), square(y))))],
});

/** The angle in [−π, π] of the point (x, y), element by element, with NumPy’s broadcasting; signed zeros and infinities as in C99 Annex F. At most 1 ulp off in f64; in f32 computed in f64 and rounded once. */
export function atan2<A extends Operand, B extends Operand>(y: A, x: B): Result<A, B> {
  return binary(atan2Primitive, y, x);
}
