import { ShapeError } from '../errors.ts';
import { record } from '../primitive/record.ts';
import { numbers } from '../program/params.ts';
import type { Primitive } from '../program/primitive.ts';
import { mustBeShape } from '../shape/checks.ts';
import { type Shape, showShape, sizeOf } from '../shape/shape.ts';
import type { Operand, Tensor } from '../tensor/operand.ts';
import { onArray } from './apply.ts';

/** The same elements in row-major order under another shape: the last axes, of shape `from`, become `to`. */
export const reshapePrimitive: Primitive = {
  name: 'reshape',
  types: ([operand], params) => {
    const shape = operand.shape;
    const leading = shape.slice(0, shape.length - numbers(params, 'from').length);
    return [{ shape: [...leading, ...numbers(params, 'to')], dtype: operand.dtype, weak: false }];
  },
  derivative: {
    kind: 'linear',
    transposes: [
      {
        name: 'reshape back',
        apply: (upstream, _operands, params) =>
          record(reshapePrimitive, { from: numbers(params, 'to'), to: numbers(params, 'from') }, [upstream]),
      },
    ],
  },
  lowering: { kind: 'reshape' },
  evaluate: ([operand]) => [operand.elements],
};

/** The shape with its one −1, if there is one, replaced by what makes the sizes match. */
function completed(shape: Shape, size: number): Shape {
  const others = shape.reduce((product, n) => (n === -1 ? product : product * n), 1);
  return shape.filter((n) => n === -1).length === 1 ? shape.map((n) => (n === -1 ? size / others : n)) : shape;
}

/**
 * The same elements in row-major order under another shape; one size may be −1, for whatever is left.
 * Throws a {@link ShapeError} unless both shapes have the same number of elements.
 */
export function reshape(x: Operand, shape: Shape): Tensor {
  mustBeShape('reshape', shape, 'rest');
  return onArray('reshape', x, (value) => {
    const to = completed(shape, value.size);
    if (sizeOf(to) !== value.size || to.some((n) => !Number.isInteger(n) || n < 0)) {
      throw new ShapeError(
        `reshape: shape ${showShape(value.shape)} has ${value.size} elements; shape ${showShape(shape)} does not hold as many`,
      );
    }
    return record(reshapePrimitive, { from: value.shape, to: [...to] }, [value]);
  });
}
