import { ShapeError } from '../errors.ts';
import { record } from '../primitive/record.ts';
import { numbers } from '../program/params.ts';
import type { Primitive } from '../program/primitive.ts';
import { type Shape, showShape, sizeOf } from '../shape/shape.ts';
import type { Operand, Tensor } from '../tensor/operand.ts';
import { onArray } from './apply.ts';

/** The same elements in row-major order under another shape: the last axes, of shape `from`, become `to`. */
export const reshapePrimitive: Primitive = {
  name: 'reshape',
  types: ([operand], params) => {
    const shape = operand?.shape ?? [];
    const leading = shape.slice(0, shape.length - numbers(params, 'from').length);
    return [{ shape: [...leading, ...numbers(params, 'to')], dtype: operand?.dtype ?? 'f64', weak: false }];
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
  evaluate: ([operand]) => [operand?.elements ?? []],
};

/**
 * The same elements in row-major order under another shape.
 * Throws a {@link ShapeError} unless both shapes have the same number of elements.
 */
export function reshape(x: Operand, shape: Shape): Tensor {
  return onArray('reshape', x, (value) => {
    if (sizeOf(shape) !== value.size || shape.some((n) => !Number.isInteger(n) || n < 0)) {
      throw new ShapeError(
        `reshape: shape ${showShape(value.shape)} has ${value.size} elements; shape ${showShape(shape)} does not hold as many`,
      );
    }
    return record(reshapePrimitive, { from: value.shape, to: [...shape] }, [value]);
  });
}
