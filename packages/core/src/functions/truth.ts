// Reductions of truth values, and what is asked of all elements.

import { abs } from '../primitives/abs.ts';
import { add } from '../primitives/add.ts';
import { alignShapes } from '../primitives/align.ts';
import { onArray, onArrays } from '../primitives/apply.ts';
import { equal, lessEqual, notEqual } from '../primitives/compare.ts';
import { convert, floating } from '../primitives/convert.ts';
import { isFinite, isNaN, logicalAnd, logicalNot, logicalOr } from '../primitives/logic.ts';
import { mul } from '../primitives/mul.ts';
import { mustBeReduction, type ReductionOptions } from '../primitives/reduce.ts';
import { sub } from '../primitives/sub.ts';
import { sum } from '../primitives/sum.ts';
import { trailingAxes } from '../shape/axes.ts';
import { mustBeOptions } from '../shape/checks.ts';
import type { Operand, Truth } from '../tensor/operand.ts';

/** How many hold; made of plain values (`weak`), a plain number. */
function countTrue(x: Operand, weak: boolean, options: ReductionOptions, not: boolean): Operand {
  const truth = not ? logicalNot(x) : notEqual(x, 0);
  return sum(convert(truth as Operand, { dtype: 'i32', weak }), options);
}

/** Whether any element holds (is not 0), over all axes or over `axis`; false for none. Throws a {@link ShapeError} for an axis that is missing. */
export function any<A extends Operand>(x: A, options: ReductionOptions = {}): Truth<A> {
  mustBeReduction('any', options);
  return onArray('any', x, (value) => {
    // Checked here, so that an error names what was called and not the sum.
    trailingAxes('any', value.shape, options.axis);
    return notEqual(countTrue(value, value.type.weak, options, false), 0) as Operand;
  });
}

/** Whether all elements hold (are not 0), over all axes or over `axis`; true for none. Throws a {@link ShapeError} for an axis that is missing. */
export function all<A extends Operand>(x: A, options: ReductionOptions = {}): Truth<A> {
  mustBeReduction('all', options);
  return onArray('all', x, (value) => {
    // Checked here, so that an error names what was called and not the sum.
    trailingAxes('all', value.shape, options.axis);
    return equal(countTrue(value, value.type.weak, options, true), 0) as Operand;
  });
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
export function allClose<A extends Operand, B extends Operand>(x: A, y: B, tolerance: Tolerance = {}): Truth<A, B> {
  mustBeOptions('allClose', tolerance, ['rtol', 'atol', 'equalNaN']);
  const { rtol = 1e-5, atol = 1e-8, equalNaN = false } = tolerance;
  return onArrays('allClose', [x, y], (operands, trace) => {
    // The distance of two whole numbers may be none that an i32 holds.
    const [left = 0, right = 0] = alignShapes(trace, 'allClose', operands.map(floating));
    const near = lessEqual(abs(sub(left, right)), add(atol, mul(rtol, abs(right))));
    const close = logicalOr(equal(left, right), logicalAnd(near, isFinite(right)));
    return all(equalNaN ? logicalOr(close, logicalAnd(isNaN(left), isNaN(right))) : close) as Operand;
  });
}
