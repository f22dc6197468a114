import { ArgumentError } from '../errors.ts';
import { abs } from '../primitives/abs.ts';
import { onArray } from '../primitives/apply.ts';
import { equal } from '../primitives/compare.ts';
import { max } from '../primitives/extremes.ts';
import type { ReductionOptions } from '../primitives/reduce.ts';
import { sqrt } from '../primitives/sqrt.ts';
import { square } from '../primitives/square.ts';
import { sum } from '../primitives/sum.ts';
import { where } from '../primitives/where.ts';
import type { Operand, Result } from '../tensor/operand.ts';

/** Options of {@link norm}. */
export interface NormOptions extends ReductionOptions {
  /** 2 for the length √Σx², 1 for Σ|x|, Infinity for the largest |x|. Default: 2. */
  readonly ord?: 1 | 2 | typeof Number.POSITIVE_INFINITY;
}

/**
 * The norm of the numbers over all axes, or over `axis` (of a matrix too: it is taken as a list). The gradient of the length
 * at 0 is 0.
 * Throws an {@link ArgumentError} for another order, a {@link ShapeError} for an axis that the operand does not have.
 */
export function norm<A extends Operand>(x: A, { ord = 2, ...options }: NormOptions = {}): Result<A> {
  if (ord === 1) return sum(abs(x) as Operand, options) as Result<A>;
  if (ord === Number.POSITIVE_INFINITY) return max(abs(x) as Operand, options) as Result<A>;
  if (ord !== 2) throw new ArgumentError(`norm: expected ord 1, 2 or Infinity, got ${ord}`);
  return onArray('norm', x, (operand) => {
    const squares = sum(square(operand as Operand), options);
    // The slope of √ at 0 is ∞; with 1 in its place all derivatives there are 0.
    const nothing = equal(squares, 0);
    return where(nothing, 0, sqrt(where(nothing, 1, squares)));
  });
}
