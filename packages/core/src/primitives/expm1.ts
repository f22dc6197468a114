import { expm1 as expm1Of } from '../elementary/expm1.ts';
import { elementary } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { add } from './add.ts';
import { unary } from './apply.ts';

/** The primitive behind {@link expm1}. */
export const expm1Primitive: Primitive = /* @__PURE__ */ elementary({
  name: 'expm1',
  arity: 1,
  compute: expm1Of,
  locals: [(_, result) => add(result, 1)],
});

/** eˣ − 1, element by element, without the loss of digits near 0. At most 1 ulp off in f64; in f32 computed in f64 and rounded once. */
export function expm1<A extends Operand>(x: A): Result<A> {
  return unary(expm1Primitive, x);
}
