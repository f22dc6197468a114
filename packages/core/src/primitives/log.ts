import { log as logarithm } from '../elementary/log.ts';
import { elementary } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { unary } from './apply.ts';
import { div } from './div.ts';
/** The primitive behind {@link log}. */
export const logPrimitive: Primitive = /* @__PURE__ */ elementary({
  name: 'log',
  arity: 1,
  compute: logarithm,
  locals: [([x]) => div(1, x)],
});

/** The natural logarithm, element by element: −∞ at 0, NaN below. At most 1 ulp off in f64; in f32 computed in f64 and rounded once. */
export function log<A extends Operand>(x: A): Result<A> {
  return unary(logPrimitive, x);
}
