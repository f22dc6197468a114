import { log10 as log10Of } from '../elementary/log10.ts';
import { elementary } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { unary } from './apply.ts';
import { div } from './div.ts';

/** The primitive behind {@link log10}. */
export const log10Primitive: Primitive = /* @__PURE__ */ elementary({
  name: 'log10',
  arity: 1,
  compute: log10Of,
  locals: [([x]) => div(1 / Math.LN10, x)],
});

/** The logarithm to base 10, element by element: −∞ at 0, NaN below, exact at powers of 10. At most 1 ulp off in f64; in f32 computed in f64 and rounded once. */
export function log10<A extends Operand>(x: A): Result<A> {
  return unary(log10Primitive, x);
}
