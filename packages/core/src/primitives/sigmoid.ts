import { sigmoid as sigmoidOf } from '../elementary/sigmoid.ts';
import { elementary } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { unary } from './apply.ts';
import { mul } from './mul.ts';
import { neg } from './neg.ts';

/** The primitive behind {@link sigmoid}. */
export const sigmoidPrimitive: Primitive = /* @__PURE__ */ elementary({
  name: 'sigmoid',
  arity: 1,
  compute: sigmoidOf,
  locals: [([x], result) => mul(result, sigmoid(neg(x)))],
});

/** 1 / (1 + e^−x), element by element. At most 1 ulp off in f64; in f32 computed in f64 and rounded once. */
export function sigmoid<A extends Operand>(x: A): Result<A> {
  return unary(sigmoidPrimitive, x);
}
