import { ShapeError } from '../errors.ts';
import { mean } from '../functions/mean.ts';
import { onArrays } from '../primitives/apply.ts';
import { floating } from '../primitives/convert.ts';
import { square } from '../primitives/square.ts';
import { sub } from '../primitives/sub.ts';
import { sameShape, showType } from '../shape/shape.ts';
import type { Operand, Result } from '../tensor/operand.ts';

/**
 * The mean squared error: the mean of (prediction − target)² over all elements, one number; NaN for none. Both have one
 * shape, or one of them is a single number: a column against a row would silently be broadcast to a matrix.
 * Throws a {@link ShapeError} where the shapes differ.
 */
export function mse<A extends Operand, B extends Operand>(prediction: A, target: B): Result<A, B> {
  return onArrays('mse', [prediction, target], ([left, right]) => {
    if (left.shape.length > 0 && right.shape.length > 0 && !sameShape(left.shape, right.shape)) {
      throw new ShapeError(
        `mse: expected prediction and target of one shape, got ${showType(left.type)} and ${showType(right.type)}; reshape one of them`,
      );
    }
    return mean(square(sub(floating(left), floating(right))));
  });
}
