import { rem as remOf } from '../elementary/rem.ts';
import { elementary } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { staysWhole } from './apply.ts';
import { div } from './div.ts';
import { sub } from './sub.ts';

/** The primitive behind {@link rem}. */
export const remPrimitive: Primitive = /* @__PURE__ */ elementary({
  name: 'rem',
  arity: 2,
  compute: remOf,
  locals: [() => 1, ([x, y], result) => div(sub(result, x), y)],
});

/** What is left of x after taking away y a whole number of times, towards 0, element by element, with NumPy’s broadcasting: JavaScript’s `%`, exact, with the sign of x. NaN for y = 0; of whole numbers an i32, and 0 for y = 0. */
export function rem<A extends Operand, B extends Operand>(x: A, y: B): Result<A, B> {
  return staysWhole(remPrimitive, x, y);
}
