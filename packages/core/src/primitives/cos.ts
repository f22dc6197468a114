import { cos as cosOf } from '../elementary/cos.ts';
import { elementary } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { unary } from './apply.ts';
import { neg } from './neg.ts';
import { sin } from './sin.ts';

/** The primitive behind {@link cos}. */
export const cosPrimitive: Primitive = /* @__PURE__ */ elementary({
  name: 'cos',
  arity: 1,
  compute: cosOf,
  locals: [([x]) => neg(sin(x))],
});

/** The cosine of an angle in radians, element by element; right for huge angles too, NaN at ±∞. At most 1 ulp off in f64; in f32 computed in f64 and rounded once. */
export function cos<A extends Operand>(x: A): Result<A> {
  return unary(cosPrimitive, x);
}
