// Reductions of truth values, and what is asked of all elements.

import { abs } from '../primitives/abs.ts';
import { add } from '../primitives/add.ts';
import { onArray, onArrays } from '../primitives/apply.ts';
import { equal, lessEqual, notEqual } from '../primitives/compare.ts';
import { convert } from '../primitives/convert.ts';
import { isFinite, isNaN, logicalAnd, logicalNot, logicalOr } from '../primitives/logic.ts';
import { mul } from '../primitives/mul.ts';
import type { ReductionOptions } from '../primitives/reduce.ts';
import { sub } from '../primitives/sub.ts';
import { sum } from '../primitives/sum.ts';
import type { Operand, Truth } from '../tensor/operand.ts';

function countTrue(x: Operand, options: ReductionOptions, not: boolean): Operand {
  const truth = not ? logicalNot(x) : notEqual(x, 0);
  return sum(convert(truth as Operand, { dtype: 'i32', weak: false }), options);
}

/** Whether any element holds (is not 0), over all axes or over `axis`; false for none. Throws a {@link ShapeError} for an axis that is missing. */
export function any<A extends Operand>(x: A, options: ReductionOptions = {}): Truth<A> {
  return onArray('any', x, (value) => notEqual(countTrue(value, options, false), 0) as Operand);
}

/** Whether all elements hold (are not 0), over all axes or over `axis`; true for none. Throws a {@link ShapeError} for an axis that is missing. */
export function all<A extends Operand>(x: A, options: ReductionOptions = {}): Truth<A> {
  return onArray('all', x, (value) => equal(countTrue(value, options, true), 0) as Operand);
}

/** How closely {@link allClose} compares. */
export interface Tolerance {
  /** Relative to the second operand. Default: 1e-5. */
  readonly rtol?: number;
  /** Absolute. Default: 1e-8. */
  readonly atol?: number;
  /** Whether a NaN equals a NaN. Default: false. */
  readonly equalNaN?: boolean;
}

/**
 * Whether |x − y| ≤ atol + rtol · |y| for all elements, with NumPy’s broadcasting; equal infinities are close.
 * Throws a {@link ShapeError} where the shapes do not broadcast.
 */
export function allClose<A extends Operand, B extends Operand>(
  x: A,
  y: B,
  { rtol = 1e-5, atol = 1e-8, equalNaN = false }: Tolerance = {},
): Truth<A, B> {
  return onArrays('allClose', [x, y], ([left, right]) => {
    const near = lessEqual(abs(sub(left, right)), add(atol, mul(rtol, abs(right))));
    const close = logicalOr(equal(left, right), logicalAnd(near, isFinite(right as Operand)));
    return all(
      equalNaN ? logicalOr(close, logicalAnd(isNaN(left as Operand), isNaN(right as Operand))) : close,
    ) as Operand;
  });
}
