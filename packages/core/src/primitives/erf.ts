import { erf as erfOf } from '../elementary/erf.ts';
import { elementary } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { unary } from './apply.ts';
import { exp } from './exp.ts';
import { mul } from './mul.ts';
import { neg } from './neg.ts';
import { square } from './square.ts';

/** The primitive behind {@link erf}. */
export const erfPrimitive: Primitive = /* @__PURE__ */ elementary({
  name: 'erf',
  arity: 1,
  compute: erfOf,
  locals: [([x]) => mul(2 / Math.sqrt(Math.PI), exp(neg(square(x))))],
});

/** The error function 2/√π ∫₀ˣ e^(−t²) dt, element by element. At most 1 ulp off in f64; in f32 computed in f64 and rounded once. */
export function erf<A extends Operand>(x: A): Result<A> {
  return unary(erfPrimitive, x);
}
