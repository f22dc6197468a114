import { ArgumentError, ShapeError } from '../errors.ts';
import { indices } from '../primitive/define.ts';
import { record, recordIn } from '../primitive/record.ts';
import { number } from '../program/params.ts';
import type { Dense, Params, Primitive, Transpose } from '../program/primitive.ts';
import { trailingAxis } from '../shape/axes.ts';
import { mustBeList, mustBeOptions } from '../shape/checks.ts';
import { rowMajorStrides, type Shape, showShape, showType, sizeAt } from '../shape/shape.ts';
import type { Operand, Tensor } from '../tensor/operand.ts';
import { alignDTypes } from './align.ts';
import { onArrays } from './apply.ts';
import { sliceAlong } from './slice.ts';

/** Where each operand begins along the axis. */
function starts(operands: readonly Shape[], params: Params): number[] {
  let next = 0;
  return operands.map((shape) => {
    const start = next;
    next += sizeAt(shape, number(params, 'axis'));
    return start;
  });
}

const transposeOf = (position: number): Transpose => ({
  name: 'slice the part back',
  apply: (upstream, operands, params, operand) => {
    const shapes = operands.map((one) => (one as Tensor).shape);
    const start = starts(shapes, params)[position] as number;
    const axis = number(params, 'axis');
    return sliceAlong(upstream, axis, start, start + sizeAt(operand.shape, axis));
  },
});

/** Arrays one after the other along `axis`, counted from the end. */
export const concatenatePrimitive: Primitive = {
  name: 'concatenate',
  types: (operands, params) => {
    const [first] = operands;
    const axis = number(params, 'axis');
    const total = operands.reduce((sum, { shape }) => sum + sizeAt(shape, axis), 0);
    const shape = first.shape;
    return [
      {
        shape: shape.map((n, k) => (k === shape.length + axis ? total : n)),
        dtype: first.dtype,
        weak: false,
      },
    ];
  },
  derivative: { kind: 'linear', transposes: transposeOf },
  lowering: {
    kind: 'parts',
    fill: false,
    parts: (operands, params) =>
      starts(operands, params).map((start, i) =>
        (operands[i] as Shape).map((_, axis, shape) => ({
          scale: 1,
          offset: axis === shape.length + number(params, 'axis') ? start : 0,
        })),
      ),
  },
  evaluate: (operands, params, [result]) => {
    const axis = result.shape.length + number(params, 'axis');
    const first = starts(
      operands.map(({ shape }) => shape),
      params,
    );
    return [
      indices(result.shape).map((index) => {
        const along = index[axis] as number;
        const from = first.findLastIndex((start) => start <= along);
        // Empty operands begin where the next one does; the last one that begins there has the element.
        const operand = operands[from] as Dense;
        const strides = rowMajorStrides(operand.shape);
        const at = index.reduce(
          (sum, i, k) => sum + (k === axis ? i - (first[from] as number) : i) * (strides[k] as number),
          0,
        );
        return operand?.elements[at] as number;
      }),
    ];
  },
};

/** Traced values of one dtype, one after the other along an axis counted from the end. */
export function concatenateAlong(parts: readonly Operand[], axis: number): Operand {
  return record(concatenatePrimitive, { axis }, parts);
}

/**
 * Arrays one after the other along `axis` (default 0); their other axes agree. Their dtypes meet as in arithmetic.
 * Throws an {@link ArgumentError} for no arrays, a {@link ShapeError} where shapes do not fit.
 */
export function concatenate(arrays: readonly Operand[], options: { readonly axis?: number } = {}): Tensor {
  mustBeList('concatenate', arrays);
  mustBeOptions('concatenate', options, ['axis']);
  const { axis = 0 } = options;
  if (arrays.length === 0) throw new ArgumentError('concatenate: expected at least one array, got none');
  return onArrays('concatenate', arrays, (values, trace) => {
    const [first, ...rest] = values;
    if (first.shape.length === 0) {
      throw new ShapeError(
        `concatenate: expected arrays, got ${values.map(({ type }) => showType(type)).join(', ')}; stack([x, y]) makes a list of numbers`,
      );
    }
    const along = trailingAxis('concatenate', first.shape, axis);
    for (const other of rest) {
      const fits =
        other.shape.length === first.shape.length &&
        other.shape.every((n, k) => k === first.shape.length + along || n === first.shape[k]);
      if (!fits) {
        throw new ShapeError(
          `concatenate: ${values.map((value) => showType(value.type)).join(' and ')} differ beside axis ${axis}; ` +
            `expected shapes like ${showShape(first.shape)}`,
        );
      }
    }
    if (values.length === 1) return first;
    return recordIn(trace, concatenatePrimitive, { axis: along }, alignDTypes(trace, 'concatenate', values, 'any'));
  });
}
