import { ArgumentError } from '../errors.ts';
import { onArray } from '../primitives/apply.ts';
import { floating } from '../primitives/convert.ts';
import { div } from '../primitives/div.ts';
import { maximum } from '../primitives/maximum.ts';
import { mustBeReduction, type ReductionOptions, sizesAt } from '../primitives/reduce.ts';
import { sqrt } from '../primitives/sqrt.ts';
import { square } from '../primitives/square.ts';
import { sub } from '../primitives/sub.ts';
import { sum } from '../primitives/sum.ts';
import { trailingAxes } from '../shape/axes.ts';
import { showGiven } from '../shape/checks.ts';
import type { Shape } from '../shape/shape.ts';
import type { Operand, Result } from '../tensor/operand.ts';

/** How many numbers each result of a reduction is made of. */
function count(operation: string, shape: Shape, { axis }: ReductionOptions): number {
  return sizesAt(shape, trailingAxes(operation, shape, axis)).reduce((product, n) => product * n, 1);
}

/**
 * The arithmetic mean over all axes, or over `axis`: the sum divided by how many numbers were summed; NaN for none. Of
 * whole numbers and truth values (0 and 1) it is f64.
 * Throws a {@link ShapeError} for an axis that the operand does not have.
 */
export function mean<A extends Operand>(x: A, options: ReductionOptions = {}): Result<A> {
  mustBeReduction('mean', options);
  return onArray('mean', x, (value) => {
    const divisor = count('mean', value.shape, options);
    return div(sum(floating(value), options), divisor);
  });
}

/** Options of {@link variance} and {@link std}. */
export interface VarianceOptions extends ReductionOptions {
  /** What is taken off the number of elements in the divisor: 1 estimates the variance of what the numbers were drawn from. Default: 0. */
  readonly ddof?: number;
}

function varianceOf<A extends Operand>(operation: string, x: A, options: VarianceOptions): Result<A> {
  mustBeReduction(operation, options, ['ddof']);
  const { ddof = 0, ...reduction } = options;
  if (!Number.isFinite(ddof)) {
    throw new ArgumentError(`${operation}: expected ddof as a finite number, got ${showGiven(ddof)}`);
  }
  return onArray(operation, x, (operand) => {
    const divisor = maximum(count(operation, operand.shape, options) - ddof, 0);
    const value = floating(operand);
    const deviation = sub(value, mean(value, { ...reduction, keepDims: true }));
    return div(sum(square(deviation), reduction), divisor);
  });
}

/**
 * The mean squared distance from the mean over all axes, or over `axis`; NaN for no numbers. Computed in two passes, the
 * mean first, so that large numbers close to each other lose no digits.
 * Throws a {@link ShapeError} for an axis that the operand does not have.
 */
export function variance<A extends Operand>(x: A, options: VarianceOptions = {}): Result<A> {
  return varianceOf('variance', x, options);
}

/**
 * The standard deviation: the square root of the {@link variance}. Its gradient is NaN where all numbers are equal.
 * Throws a {@link ShapeError} for an axis that the operand does not have.
 */
export function std<A extends Operand>(x: A, options: VarianceOptions = {}): Result<A> {
  return onArray('std', x, (value) => sqrt(varianceOf('std', value, options)));
}
