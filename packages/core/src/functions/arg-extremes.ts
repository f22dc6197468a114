// Where the largest and the smallest numbers are.

import { ShapeError } from '../errors.ts';
import { onArray } from '../primitives/apply.ts';
import { broadcastAlong } from '../primitives/broadcast.ts';
import { equal } from '../primitives/compare.ts';
import { floating } from '../primitives/convert.ts';
import { max, min } from '../primitives/extremes.ts';
import { iotaIn } from '../primitives/iota.ts';
import { isNaN, logicalOr } from '../primitives/logic.ts';
import { mustBeReduction } from '../primitives/reduce.ts';
import { reshape } from '../primitives/reshape.ts';
import { where } from '../primitives/where.ts';
import { trailingAxis } from '../shape/axes.ts';
import { showShape, sizeAt } from '../shape/shape.ts';
import type { Operand, Tensor } from '../tensor/operand.ts';

/** Options of {@link argmax} and {@link argmin}. */
export interface ArgOptions {
  /** The axis to look along. Default: the array as one list. */
  readonly axis?: number;
  /** Keep the axis with size 1. Default: false. */
  readonly keepDims?: boolean;
}

function firstOf(operation: string, x: Operand, options: ArgOptions, extreme: typeof max): Tensor {
  mustBeReduction(operation, options);
  const { axis, keepDims = false } = options;
  return onArray(operation, x, (given, trace) => {
    const operand = given.dtype === 'bool' ? floating(given) : given;
    const list = axis === undefined ? (reshape(operand, [operand.size]) as typeof operand) : operand;
    const along = trailingAxis(operation, list.shape, axis ?? 0);
    const n = sizeAt(list.shape, along);
    if (n === 0)
      throw new ShapeError(`${operation}: there is nothing to choose from in shape ${showShape(operand.shape)}`);
    const best = extreme(list as Operand, { axis: along, keepDims: true });
    const places = list.shape.map((_, k) => k - list.shape.length).filter((k) => k !== along);
    const index = broadcastAlong(
      iotaIn(trace, n),
      places,
      places.map((k) => sizeAt(list.shape, k)),
    );
    const first = min(where(logicalOr(equal(list, best), isNaN(list as Operand)), index, n) as Operand, {
      axis: along,
      keepDims: keepDims && axis !== undefined,
    });
    return keepDims && axis === undefined
      ? reshape(
          first,
          operand.shape.map(() => 1),
        )
      : first;
  });
}

/**
 * The index (i32) of the largest number along `axis`, the first one of equal ones; of a NaN if there is one. Without an axis
 * the array is taken as one list.
 * Throws a {@link ShapeError} for an axis that the operand does not have, and where there is nothing to choose from.
 */
export function argmax(x: Operand, options: ArgOptions = {}): Tensor {
  return firstOf('argmax', x, options, max);
}

/**
 * The index (i32) of the smallest number along `axis`, the first one of equal ones; of a NaN if there is one. Without an axis
 * the array is taken as one list.
 * Throws a {@link ShapeError} for an axis that the operand does not have, and where there is nothing to choose from.
 */
export function argmin(x: Operand, options: ArgOptions = {}): Tensor {
  return firstOf('argmin', x, options, min);
}
