import { log2 as log2Of } from '../elementary/log2.ts';
import { elementary } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { unary } from './apply.ts';
import { div } from './div.ts';

/** The primitive behind {@link log2}. */
export const log2Primitive: Primitive = /* @__PURE__ */ elementary({
  name: 'log2',
  arity: 1,
  compute: log2Of,
  locals: [([x]) => div(1 / Math.LN2, x)],
});

/** The logarithm to base 2, element by element: −∞ at 0, NaN below, exact at powers of 2. At most 1 ulp off in f64; in f32 computed in f64 and rounded once. */
export function log2<A extends Operand>(x: A): Result<A> {
  return unary(log2Primitive, x);
}
