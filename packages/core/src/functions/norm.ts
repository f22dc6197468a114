import { ArgumentError, ShapeError } from '../errors.ts';
import { abs } from '../primitives/abs.ts';
import { onArray } from '../primitives/apply.ts';
import { equal } from '../primitives/compare.ts';
import { floating } from '../primitives/convert.ts';
import { max } from '../primitives/extremes.ts';
import { mustBeReduction, type ReductionOptions, sizesAt } from '../primitives/reduce.ts';
import { sqrt } from '../primitives/sqrt.ts';
import { square } from '../primitives/square.ts';
import { sum } from '../primitives/sum.ts';
import { where } from '../primitives/where.ts';
import { trailingAxes } from '../shape/axes.ts';
import { showGiven } from '../shape/checks.ts';
import { showShape } from '../shape/shape.ts';
import type { Operand, Result } from '../tensor/operand.ts';

/** Options of {@link norm}. */
export interface NormOptions extends ReductionOptions {
  /** 2 for the length √Σx², 1 for Σ|x|, Infinity for the largest |x|. Default: 2. */
  readonly ord?: 1 | 2 | typeof Number.POSITIVE_INFINITY;
}

/**
 * The norm of the numbers over all axes, or over `axis` (of a matrix too: it is taken as a list); f64 for whole numbers.
 * The gradient of the length at 0 is 0.
 * Throws an {@link ArgumentError} for another order, a {@link ShapeError} for an axis that the operand does not have, and
 * for the largest of no numbers.
 */
export function norm<A extends Operand>(x: A, options: NormOptions = {}): Result<A> {
  mustBeReduction('norm', options, ['ord']);
  const { ord = 2, ...reduction } = options;
  if (ord !== 1 && ord !== 2 && ord !== Number.POSITIVE_INFINITY) {
    throw new ArgumentError(`norm: expected ord 1, 2 or Infinity, got ${showGiven(ord)}`);
  }
  return onArray('norm', x, (operand) => {
    const axes = trailingAxes('norm', operand.shape, reduction.axis);
    const value = floating(operand);
    if (ord === 1) return sum(abs(value), reduction);
    if (ord === Number.POSITIVE_INFINITY) {
      if (sizesAt(operand.shape, axes).includes(0)) {
        throw new ShapeError(`norm: there is no largest number in shape ${showShape(operand.shape)}`);
      }
      return max(abs(value), reduction);
    }
    const squares = sum(square(value), reduction);
    // The slope of √ at 0 is ∞; with 1 in its place all derivatives there are 0.
    const nothing = equal(squares, 0);
    return where(nothing, 0, sqrt(where(nothing, 1, squares)));
  });
}
