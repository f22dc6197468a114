import { ArgumentError, ShapeError } from '../errors.ts';
import { indices } from '../primitive/define.ts';
import { record } from '../primitive/record.ts';
import { number } from '../program/params.ts';
import type { Params, Primitive } from '../program/primitive.ts';
import { rowMajorStrides, type Shape, showShape, sizeAt } from '../shape/shape.ts';
import type { Operand, Tensor } from '../tensor/operand.ts';
import { onArray } from './apply.ts';
import { sliceAlong } from './slice.ts';

function axisOf(operand: Shape, params: Params): number {
  return operand.length + number(params, 'axis');
}

/** The operand between `before` and `after` zeros along `axis`, counted from the end, with `between` zeros from one element to the next. */
export const padPrimitive: Primitive = {
  name: 'pad',
  types: ([operand], params) => {
    const shape = operand.shape;
    const padded = (n: number): number =>
      number(params, 'before') + n + Math.max(0, n - 1) * number(params, 'between') + number(params, 'after');
    return [
      {
        shape: shape.map((n, axis) => (axis === axisOf(shape, params) ? padded(n) : n)),
        dtype: operand.dtype,
        weak: false,
      },
    ];
  },
  derivative: {
    kind: 'linear',
    transposes: [
      {
        name: 'slice the part back',
        apply: (upstream, _operands, params, operand) => {
          const axis = number(params, 'axis');
          const start = number(params, 'before');
          const step = 1 + number(params, 'between');
          const n = sizeAt(operand.shape, axis);
          return sliceAlong(upstream, axis, start, n === 0 ? start : start + (n - 1) * step + 1, step);
        },
      },
    ],
  },
  lowering: {
    kind: 'parts',
    fill: true,
    parts: ([operand], params) => [
      operand.map((_, axis) =>
        axis === axisOf(operand, params)
          ? { scale: 1 + number(params, 'between'), offset: number(params, 'before') }
          : { scale: 1, offset: 0 },
      ),
    ],
  },
  evaluate: ([operand], params, [result]) => {
    const axis = axisOf(operand.shape, params);
    const before = number(params, 'before');
    const step = 1 + number(params, 'between');
    const strides = rowMajorStrides(operand.shape);
    return [
      indices(result.shape).map((index) => {
        const i = ((index[axis] as number) - before) / step;
        if (!Number.isInteger(i) || i < 0 || i >= (operand.shape[axis] as number)) return 0;
        return operand.elements[
          index.reduce((at, j, k) => at + (k === axis ? i : j) * (strides[k] as number), 0)
        ] as number;
      }),
    ];
  },
};

/**
 * The operand with zeros around it: `widths` has an entry [before, after] for each axis, or is one such pair for all.
 * Throws an {@link ArgumentError} for widths that are negative or fractions, a {@link ShapeError} for another number of
 * pairs than axes.
 */
export function pad(x: Operand, widths: readonly [number, number] | readonly (readonly [number, number])[]): Tensor {
  return onArray('pad', x, (operand) => {
    const { shape } = operand;
    const pairs = typeof widths[0] === 'number' ? shape.map(() => widths) : widths;
    if (pairs.length !== shape.length) {
      throw new ShapeError(`pad: expected ${shape.length} pairs for shape ${showShape(shape)}, got ${pairs.length}`);
    }
    let result: Operand = operand;
    pairs.forEach((pair, axis) => {
      const [before, after] = pair as readonly [number, number];
      if (![before, after].every((n) => Number.isInteger(n) && n >= 0)) {
        throw new ArgumentError(
          `pad: expected whole numbers, none negative, got [${before}, ${after}]; slice(x, …) cuts off`,
        );
      }
      if (before === 0 && after === 0) return;
      result = record(padPrimitive, { axis: axis - shape.length, before, after, between: 0 }, [result]);
    });
    return result;
  });
}
