import { DTypeError } from '../errors.ts';
import { record } from '../primitive/record.ts';
import { numbers } from '../program/params.ts';
import type { Primitive } from '../program/primitive.ts';
import { sumInOrder } from '../reference/sum.ts';
import { trailingAxes } from '../shape/axes.ts';
import { dtypes } from '../shape/dtype.ts';
import { showType } from '../shape/shape.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { onArray } from './apply.ts';
import { broadcastAlong } from './broadcast.ts';
import { convert } from './convert.ts';
import { groupsOf, keptShape, mustBeReduction, type ReductionOptions, reducedShape, sizesAt } from './reduce.ts';
import { reshape } from './reshape.ts';

/** Sums over `axes`, counted from the end, in the specified order. */
export const sumPrimitive: Primitive = {
  name: 'sum',
  types: ([operand], params) => {
    if (operand.dtype === 'bool') {
      throw new DTypeError(`sum: expected numbers, got ${showType(operand)}`);
    }
    return [{ shape: reducedShape(operand.shape, params), dtype: operand.dtype, weak: operand.weak }];
  },
  derivative: {
    kind: 'linear',
    transposes: [
      {
        name: 'broadcast over the summed axes',
        apply: (upstream, _operands, params, operand) => {
          const axes = numbers(params, 'axes');
          return broadcastAlong(upstream, axes, sizesAt(operand.shape, axes));
        },
      },
    ],
  },
  lowering: { kind: 'reduce', op: 'add' },
  evaluate: ([operand], params, [result]) => {
    const { dtype } = result;
    const add = (group: readonly number[]): number =>
      dtype === 'i32' || dtype === 'bool' ? group.reduce((total, x) => (total + x) | 0, 0) : sumInOrder(group, dtype);
    return [groupsOf(operand, result.shape, params).map((group) => dtypes[dtype].round(add(group)))];
  },
};

/** The sum of a traced value over axes counted from the end, in ascending order. */
export function sumOver(x: Operand, axes: readonly number[]): Operand {
  return record(sumPrimitive, { axes }, [x]);
}

/**
 * The sum over all axes, or over `axis`. The order of summation is specified and depends only on how many numbers are
 * summed, so every backend gives the same bits. The sum of nothing is 0. Truth values count as 0 and 1 of i32; i32 is
 * added modulo 2³².
 * Throws a {@link ShapeError} for an axis that the operand does not have.
 */
export function sum<A extends Operand>(x: A, options: ReductionOptions = {}): Result<A> {
  mustBeReduction('sum', options);
  return onArray('sum', x, (operand) => {
    const axes = trailingAxes('sum', operand.shape, options.axis);
    const value = operand.dtype === 'bool' ? convert(operand, { dtype: 'i32', weak: operand.type.weak }) : operand;
    if (axes.length === 0) return value;
    const total = sumOver(value, axes);
    return options.keepDims ? reshape(total, keptShape(operand.shape, axes)) : total;
  });
}
