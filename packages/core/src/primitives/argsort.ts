import { record } from '../primitive/record.ts';
import { number } from '../program/params.ts';
import type { Primitive } from '../program/primitive.ts';
import { trailingAxis } from '../shape/axes.ts';
import { mustBeOptions } from '../shape/checks.ts';
import { rowMajorStrides, sizeAt } from '../shape/shape.ts';
import type { Operand, Tensor } from '../tensor/operand.ts';
import { onArray } from './apply.ts';
import { alongAxis } from './lines.ts';

/** NaN last, equal numbers as they came. */
function before(left: number, right: number): number {
  if (Number.isNaN(left) || Number.isNaN(right)) return Number(Number.isNaN(left)) - Number(Number.isNaN(right));
  return left - right || 0;
}

/** The indices that put the numbers along `axis`, counted from the end, in ascending order. */
export const argsortPrimitive: Primitive = {
  name: 'argsort',
  types: ([operand]) => [{ shape: operand.shape, dtype: 'i32', weak: false }],
  derivative: { kind: 'none' },
  lowering: {
    kind: 'routine',
    routine: 'argsort',
    layout: ([operand], _result, params) => alongAxis(operand.shape, number(params, 'axis'), operand.dtype),
  },
  evaluate: ([operand], params) => {
    const { shape, elements } = operand;
    const axis = number(params, 'axis');
    const stride = sizeAt(rowMajorStrides(shape), axis);
    const n = sizeAt(shape, axis);
    const order = new Array<number>(elements.length);
    for (let start = 0; start < elements.length; start++) {
      if (Math.floor(start / stride) % n !== 0) continue;
      const value = (i: number): number => elements[start + i * stride] as number;
      // Infinities of one sign differ by NaN, which `before` takes for equal.
      Array.from({ length: n }, (_, i) => i)
        .sort((i, j) => (value(i) === value(j) ? 0 : before(value(i), value(j))))
        .forEach((i, place) => {
          order[start + place * stride] = i;
        });
    }
    return [order];
  },
};

/**
 * The indices (i32) that put the numbers along `axis` (default: the last) in ascending order; equal numbers stay as they
 * came, NaN comes last. take(x, argsort(x)) is the sorted list.
 * Throws a {@link ShapeError} for an axis that the operand does not have.
 */
export function argsort(x: Operand, options: { readonly axis?: number } = {}): Tensor {
  mustBeOptions('argsort', options, ['axis']);
  return onArray('argsort', x, (operand) => {
    const along = trailingAxis('argsort', operand.shape, options.axis ?? -1);
    return record(argsortPrimitive, { axis: along }, [operand]);
  });
}
