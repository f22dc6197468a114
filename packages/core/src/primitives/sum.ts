import { DTypeError } from '../errors.ts';
import { indices } from '../primitive/define.ts';
import { record } from '../primitive/record.ts';
import { numbers } from '../program/params.ts';
import type { Params, Primitive } from '../program/primitive.ts';
import { sumInOrder } from '../reference/sum.ts';
import { trailingAxes } from '../shape/axes.ts';
import { type Shape, showType, sizeAt } from '../shape/shape.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { onArray } from './apply.ts';
import { broadcastAlong } from './broadcast.ts';
import { div } from './div.ts';
import { reshape } from './reshape.ts';

/** What a reduction runs over, and whether the axes stay with size 1. */
export interface ReductionOptions {
  /** One axis or several; negative ones count from the end. Default: all. */
  readonly axis?: number | readonly number[];
  /** Keep the reduced axes with size 1, so that the result broadcasts against the operand. Default: false. */
  readonly keepDims?: boolean;
}

function kept(shape: Shape, params: Params): number[] {
  const axes = numbers(params, 'axes');
  return shape.map((_, axis) => axis).filter((axis) => !axes.includes(axis - shape.length));
}

/** Sums over `axes`, counted from the end, in the specified order. */
export const sumPrimitive: Primitive = {
  name: 'sum',
  types: ([operand], params) => {
    if (operand === undefined || operand.dtype === 'bool') {
      throw new DTypeError(`sum: expected f64 or f32, got ${operand === undefined ? 'nothing' : showType(operand)}`);
    }
    const shape = kept(operand.shape, params).map((axis) => sizeAt(operand.shape, axis));
    return [{ shape, dtype: operand.dtype, weak: operand.weak }];
  },
  derivative: {
    kind: 'linear',
    transposes: [
      {
        name: 'broadcast over the summed axes',
        apply: (upstream, _operands, params, operand) => {
          const axes = numbers(params, 'axes');
          return broadcastAlong(
            upstream,
            axes,
            axes.map((axis) => sizeAt(operand.shape, axis)),
          );
        },
      },
    ],
  },
  lowering: { kind: 'sum' },
  evaluate: ([operand], params, [result]) => {
    if (operand === undefined || result === undefined) return [];
    const outer = kept(operand.shape, params);
    const groups = new Map<string, number[]>(indices(result.shape).map((index) => [index.join(), []]));
    indices(operand.shape).forEach((index, i) => {
      groups.get(outer.map((axis) => index[axis]).join())?.push(operand.elements[i] ?? Number.NaN);
    });
    return [[...groups.values()].map((group) => sumInOrder(group, result.dtype === 'f32' ? 'f32' : 'f64'))];
  },
};

/** The sum of a traced value over axes counted from the end, in ascending order. */
export function sumOver(x: Operand, axes: readonly number[]): Operand {
  return record(sumPrimitive, { axes }, [x]);
}

/**
 * The sum over all axes, or over `axis`. The order of summation is specified and depends only on how many numbers are
 * summed, so every backend gives the same bits. The sum of nothing is 0.
 * Throws a {@link ShapeError} for an axis that the operand does not have.
 */
export function sum<A extends Operand>(x: A, options: ReductionOptions = {}): Result<A> {
  return onArray('sum', x, (value) => {
    const axes = trailingAxes('sum', value.shape, options.axis);
    if (axes.length === 0) return value;
    const total = sumOver(value, axes);
    if (!options.keepDims) return total;
    return reshape(
      total,
      value.shape.map((n, axis) => (axes.includes(axis - value.shape.length) ? 1 : n)),
    );
  });
}

/**
 * The arithmetic mean over all axes, or over `axis`: the sum divided by how many numbers were summed; NaN for none.
 * Throws a {@link ShapeError} for an axis that the operand does not have.
 */
export function mean<A extends Operand>(x: A, options: ReductionOptions = {}): Result<A> {
  return onArray('mean', x, (value) => {
    const axes = trailingAxes('mean', value.shape, options.axis);
    const count = axes.reduce((size, axis) => size * sizeAt(value.shape, axis), 1);
    return div(sum(value, options), count);
  });
}
