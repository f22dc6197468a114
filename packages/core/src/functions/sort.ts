import { onArray } from '../primitives/apply.ts';
import { argsort } from '../primitives/argsort.ts';
import { takeAlongAxis } from '../primitives/take.ts';
import type { Operand, Tensor } from '../tensor/operand.ts';

/**
 * The numbers along `axis` (default: the last) in ascending order, NaN last. The gradient goes back to where each number
 * came from.
 * Throws a {@link ShapeError} for an axis that the operand does not have.
 */
export function sort(x: Operand, { axis = -1 }: { readonly axis?: number } = {}): Tensor {
  return onArray('sort', x, (operand) => takeAlongAxis(operand, argsort(operand, { axis }), axis));
}
