import { asinh as asinhOf } from '../elementary/asinh.ts';
import { elementary } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { add } from './add.ts';
import { unary } from './apply.ts';
import { div } from './div.ts';
import { sqrt } from './sqrt.ts';
import { square } from './square.ts';

/** The primitive behind {@link asinh}. */
export const asinhPrimitive: Primitive = /* @__PURE__ */ elementary({
  name: 'asinh',
  arity: 1,
  compute: asinhOf,
  locals: [([x]) => div(1, sqrt(add(square(x), 1)))],
});

/** The number whose hyperbolic sine is x, element by element. At most 1 ulp off in f64; in f32 computed in f64 and rounded once. */
export function asinh<A extends Operand>(x: A): Result<A> {
  return unary(asinhPrimitive, x);
}
