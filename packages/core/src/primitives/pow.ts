import { pow as power } from '../elementary/pow.ts';
import { elementary } from '../primitive/define.ts';
import { knownNumber } from '../primitive/record.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { binary } from './apply.ts';
import { equal } from './compare.ts';
import { log } from './log.ts';
import { mul } from './mul.ts';
import { sub } from './sub.ts';
import { where } from './where.ts';
/** The primitive behind {@link pow}. */
export const powPrimitive: Primitive = /* @__PURE__ */ elementary({
  name: 'pow',
  arity: 2,
  compute: power,
  locals: [
    ([x, y]) => {
      const power = knownNumber(y);
      if (power !== undefined) return power === 0 ? 0 : mul(power, pow(x, power - 1));
      return mul(y, pow(x, where(equal(y, 0), 1, sub(y, 1))));
    },
    ([x], result) => mul(where(equal(x, 0), 0, log(x)), result),
  ],
});

/** x to the power y, element by element, with NumPy’s broadcasting. Special cases as in C99 Annex F (pow(x, 0) is 1 even for a NaN, pow(1, y) is 1); pow(x, 2) is x · x exactly. At most 1 ulp off in f64; in f32 computed in f64 and rounded once; whole numbers give f64. The local derivative by y counts log(0) as 0, so that 0 to a positive power has the derivative 0. */
export function pow<A extends Operand, B extends Operand>(x: A, y: B): Result<A, B> {
  return binary(powPrimitive, x, y);
}
