import { indices, view } from '../primitive/define.ts';
import { record } from '../primitive/record.ts';
import { number } from '../program/params.ts';
import type { Params, Primitive } from '../program/primitive.ts';
import { rowMajorStrides, type Shape, sizeAt } from '../shape/shape.ts';
import type { Operand } from '../tensor/operand.ts';

function axisOf(operand: Shape, params: Params): number {
  return operand.length + number(params, 'axis');
}

/** Elements `start` … `end` − 1 along `axis`, counted from the end. */
export const slicePrimitive: Primitive = /* @__PURE__ */ view({
  name: 'slice',
  shape: (operand, params) =>
    operand.map((n, axis) => (axis === axisOf(operand, params) ? number(params, 'end') - number(params, 'start') : n)),
  view: (operand, params) =>
    operand.map((_, axis) => ({
      axis,
      scale: 1,
      offset: axis === axisOf(operand, params) ? number(params, 'start') : 0,
    })),
  transpose: {
    name: 'pad with zeros',
    apply: (upstream, _operands, params, operand) => {
      const axis = number(params, 'axis');
      const before = number(params, 'start');
      const after = sizeAt(operand.shape, axis) - number(params, 'end');
      return record(padPrimitive, { axis, before, after }, [upstream]);
    },
  },
});

/** The operand between `before` and `after` zeros along `axis`, counted from the end. */
export const padPrimitive: Primitive = {
  name: 'pad',
  types: ([operand], params) => {
    const shape = operand?.shape ?? [];
    const extra = number(params, 'before') + number(params, 'after');
    return [
      {
        shape: shape.map((n, axis) => (axis === axisOf(shape, params) ? n + extra : n)),
        dtype: operand?.dtype ?? 'f64',
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
          return record(slicePrimitive, { axis, start, end: start + sizeAt(operand.shape, axis) }, [upstream]);
        },
      },
    ],
  },
  lowering: { kind: 'pad' },
  evaluate: ([operand], params, [result]) => {
    if (operand === undefined || result === undefined) return [];
    const axis = axisOf(operand.shape, params);
    const before = number(params, 'before');
    const strides = rowMajorStrides(operand.shape);
    return [
      indices(result.shape).map((index) => {
        const i = (index[axis] ?? 0) - before;
        if (i < 0 || i >= (operand.shape[axis] ?? 0)) return 0;
        return operand.elements[index.reduce((at, j, k) => at + (k === axis ? i : j) * (strides[k] ?? 0), 0)] ?? 0;
      }),
    ];
  },
};

/** Part `index` of a traced value along axis 0, without that axis. */
export function part(x: Operand, shape: Shape, index: number, reshape: (x: Operand, shape: Shape) => Operand): Operand {
  const row = record(slicePrimitive, { axis: -shape.length, start: index, end: index + 1 }, [x]);
  return reshape(row, shape.slice(1));
}
