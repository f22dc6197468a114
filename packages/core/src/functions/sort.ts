import { onArray } from '../primitives/apply.ts';
import { argsort } from '../primitives/argsort.ts';
import { takeAlongAxis } from '../primitives/take.ts';
import { trailingAxis } from '../shape/axes.ts';
import { mustBeOptions } from '../shape/checks.ts';
import type { Operand, Tensor } from '../tensor/operand.ts';

/**
 * The numbers along `axis` (default: the last) in ascending order, NaN last. The gradient goes back to where each number
 * came from.
 * Throws a {@link ShapeError} for an axis that the operand does not have.
 */
export function sort(x: Operand, options: { readonly axis?: number } = {}): Tensor {
  mustBeOptions('sort', options, ['axis']);
  return onArray('sort', x, (operand) => {
    const axis = trailingAxis('sort', operand.shape, options.axis ?? -1);
    return takeAlongAxis(operand, argsort(operand, { axis }), axis);
  });
}
