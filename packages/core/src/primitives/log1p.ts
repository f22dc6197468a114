import { log1p as log1pOf } from '../elementary/log1p.ts';
import { elementary } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { add } from './add.ts';
import { unary } from './apply.ts';
import { div } from './div.ts';

/** The primitive behind {@link log1p}. */
export const log1pPrimitive: Primitive = /* @__PURE__ */ elementary({
  name: 'log1p',
  arity: 1,
  compute: log1pOf,
  locals: [([x]) => div(1, add(1, x))],
});

/** log(1 + x), element by element, without the loss of digits near 0: −∞ at −1, NaN below. At most 1 ulp off in f64; in f32 computed in f64 and rounded once. */
export function log1p<A extends Operand>(x: A): Result<A> {
  return unary(log1pPrimitive, x);
}
