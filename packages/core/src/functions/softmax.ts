// Sums of exponentials that neither overflow nor vanish: the largest number is taken off first.

import { ShapeError } from '../errors.ts';
import { abs } from '../primitives/abs.ts';
import { add } from '../primitives/add.ts';
import { onArray } from '../primitives/apply.ts';
import { less } from '../primitives/compare.ts';
import { floating } from '../primitives/convert.ts';
import { div } from '../primitives/div.ts';
import { exp } from '../primitives/exp.ts';
import { max } from '../primitives/extremes.ts';
import { log } from '../primitives/log.ts';
import { mustBeReduction, type ReductionOptions, sizesAt } from '../primitives/reduce.ts';
import { reshape } from '../primitives/reshape.ts';
import { stopGradient } from '../primitives/stop-gradient.ts';
import { sub } from '../primitives/sub.ts';
import { sum } from '../primitives/sum.ts';
import { where } from '../primitives/where.ts';
import { trailingAxes } from '../shape/axes.ts';
import { mustBeOptions } from '../shape/checks.ts';
import { showShape } from '../shape/shape.ts';
import type { Operand, Result, Tensor } from '../tensor/operand.ts';

/** The largest numbers, with their axes kept; 0 in place of infinite ones, from which nothing can be taken off. */
function largest(operation: string, x: Tensor, axes: readonly number[]): Operand {
  if (sizesAt(x.shape, axes).includes(0)) {
    throw new ShapeError(
      `${operation}: there is nothing to sum in shape ${showShape(x.shape)}, axes ${showShape(axes)}`,
    );
  }
  const found = max(stopGradient(x), { axis: axes, keepDims: true });
  return where(less(abs(found), Number.POSITIVE_INFINITY), found, 0);
}

/**
 * log Σ eˣ over all axes, or over `axis`, without overflow.
 * Throws a {@link ShapeError} for an axis that the operand does not have, and for a sum of nothing.
 */
export function logSumExp<A extends Operand>(x: A, options: ReductionOptions = {}): Result<A> {
  mustBeReduction('logSumExp', options);
  return onArray('logSumExp', x, (given) => {
    const operand = floating(given);
    const axes = trailingAxes('logSumExp', operand.shape, options.axis);
    const shift = largest('logSumExp', operand, axes);
    const total = sum(exp(sub(operand, shift)), { axis: axes, keepDims: true });
    const result = add(log(total), shift) as Tensor;
    return options.keepDims || axes.length === 0
      ? result
      : reshape(
          result,
          operand.shape.filter((_, axis) => !axes.includes(axis - operand.shape.length)),
        );
  });
}

/** Options of {@link softmax} and {@link logSoftmax}. */
export interface SoftmaxOptions {
  /** The axes that share one sum. Default: the last. */
  readonly axis?: number | readonly number[];
}

/**
 * eˣ / Σ eˣ along `axis` (default: the last): positive numbers that sum to 1.
 * Throws a {@link ShapeError} for an axis that the operand does not have.
 */
export function softmax(x: Operand, options: SoftmaxOptions = {}): Tensor {
  mustBeOptions('softmax', options, ['axis']);
  const { axis = -1 } = options;
  return onArray('softmax', x, (given) => {
    const operand = floating(given);
    const axes = trailingAxes('softmax', operand.shape, axis);
    const powers = exp(sub(operand, largest('softmax', operand, axes)));
    return div(powers, sum(powers as Operand, { axis: axes, keepDims: true }));
  });
}

/**
 * log(softmax(x)) along `axis` (default: the last), right where the softmax itself would be 0.
 * Throws a {@link ShapeError} for an axis that the operand does not have.
 */
export function logSoftmax(x: Operand, options: SoftmaxOptions = {}): Tensor {
  mustBeOptions('logSoftmax', options, ['axis']);
  const { axis = -1 } = options;
  return onArray('logSoftmax', x, (given) => {
    const operand = floating(given);
    const axes = trailingAxes('logSoftmax', operand.shape, axis);
    const shifted = sub(operand, largest('logSoftmax', operand, axes));
    return sub(shifted, log(sum(exp(shifted as Operand), { axis: axes, keepDims: true })));
  });
}
