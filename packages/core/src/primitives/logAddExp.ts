import { logAddExp as logAddExpOf } from '../elementary/logAddExp.ts';
import { elementary } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { abs } from './abs.ts';
import { binary } from './apply.ts';
import { equal } from './compare.ts';
import { sigmoid } from './sigmoid.ts';
import { sub } from './sub.ts';
import { where } from './where.ts';

/** x − y, where two equal infinities differ by 0. */
function difference(x: Operand, y: Operand): Operand {
  return where(equal(abs(x), Number.POSITIVE_INFINITY), where(equal(x, y), 0, sub(x, y)), sub(x, y));
}

/** The primitive behind {@link logAddExp}. */
export const logAddExpPrimitive: Primitive = /* @__PURE__ */ elementary({
  name: 'logAddExp',
  arity: 2,
  compute: logAddExpOf,
  locals: [([x, y]) => sigmoid(difference(x, y)), ([x, y]) => sigmoid(difference(y, x))],
});

/** log(eˣ + eʸ), element by element, with NumPy’s broadcasting, without overflow: ∞ where one is, −∞ where both are. */
export function logAddExp<A extends Operand, B extends Operand>(x: A, y: B): Result<A, B> {
  return binary(logAddExpPrimitive, x, y);
}
