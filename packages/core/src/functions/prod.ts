import { onArray } from '../primitives/apply.ts';
import { concatenateAlong } from '../primitives/concatenate.ts';
import { convert } from '../primitives/convert.ts';
import { mul } from '../primitives/mul.ts';
import { keptShape, mustBeReduction, type ReductionOptions } from '../primitives/reduce.ts';
import { reshape } from '../primitives/reshape.ts';
import { sliceAlong } from '../primitives/slice.ts';
import { broadcastTo } from '../primitives/views.ts';
import { constantOf } from '../primitives/zeros.ts';
import { trailingAxes } from '../shape/axes.ts';
import { sizeAt } from '../shape/shape.ts';
import type { Operand, Result, Tensor } from '../tensor/operand.ts';

/** The product along one axis, which keeps size 1: halves multiplied with each other, an odd last one passing on. */
function along(x: Tensor, axis: number): Tensor {
  let product = x;
  for (let n = sizeAt(x.shape, axis); n > 1; n = Math.ceil(n / 2)) {
    const half = n >> 1;
    const paired = mul(sliceAlong(product, axis, 0, half), sliceAlong(product, axis, half, 2 * half)) as Tensor;
    product = n % 2 === 0 ? paired : (concatenateAlong([paired, sliceAlong(product, axis, n - 1, n)], axis) as Tensor);
  }
  return product;
}

/**
 * The product over all axes, or over `axis`. The order of multiplication depends only on how many numbers there are: halves
 * with each other, until one is left. The product of nothing is 1. Its gradient is right where factors are 0.
 * Throws a {@link ShapeError} for an axis that the operand does not have.
 */
export function prod<A extends Operand>(x: A, options: ReductionOptions = {}): Result<A> {
  mustBeReduction('prod', options);
  return onArray('prod', x, (operand, trace) => {
    const axes = trailingAxes('prod', operand.shape, options.axis);
    const truth = operand.dtype === 'bool';
    const value = truth ? convert(operand, { dtype: 'i32', weak: operand.type.weak }) : operand;
    const kept = keptShape(operand.shape, axes);
    const empty = axes.some((axis) => sizeAt(operand.shape, axis) === 0);
    const product = empty
      ? broadcastTo(constantOf(trace, 1, { ...operand.type, dtype: truth ? 'i32' : operand.dtype, shape: [] }), kept)
      : axes.reduce<Tensor>(along, value as Tensor);
    return options.keepDims || axes.length === 0
      ? product
      : reshape(
          product,
          operand.shape.filter((_, axis) => !axes.includes(axis - operand.shape.length)),
        );
  });
}
