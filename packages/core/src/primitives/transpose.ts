import { view } from '../primitive/define.ts';
import { record } from '../primitive/record.ts';
import { numbers } from '../program/params.ts';
import type { Params, Primitive } from '../program/primitive.ts';
import type { Shape } from '../shape/shape.ts';
import type { Operand } from '../tensor/operand.ts';

/** For each axis of the result, the axis of the operand: the last axes are permuted, those before them stay. */
function origins(operand: Shape, params: Params): number[] {
  const permutation = numbers(params, 'permutation');
  const leading = operand.length - permutation.length;
  return operand.map((_, axis) => (axis < leading ? axis : operand.length + (permutation[axis - leading] as number)));
}

/** Another order of axes: axis k of the result is axis `permutation[k]` of the operand, all counted from the end. */
export const transposePrimitive: Primitive = /* @__PURE__ */ view({
  name: 'transpose',
  shape: (operand, params) => origins(operand, params).map((axis) => operand[axis] as number),
  view: (operand, params) => {
    const from = origins(operand, params);
    return operand.map((_, axis) => ({ axis: from.indexOf(axis), scale: 1, offset: 0 }));
  },
  transpose: {
    name: 'transpose back',
    apply: (upstream, _operands, params) => {
      const permutation = numbers(params, 'permutation');
      const rank = permutation.length;
      const back = permutation.map((_, axis) => permutation.indexOf(axis - rank) - rank);
      return record(transposePrimitive, { permutation: back }, [upstream]);
    },
  },
});

/** Moves one axis of a traced value to another place; the others keep their order. Axes count from 0. */
export function moveAxis(x: Operand, rank: number, from: number, to: number): Operand {
  if (from === to) return x;
  const order = Array.from({ length: rank }, (_, axis) => axis).filter((axis) => axis !== from);
  order.splice(to, 0, from);
  return record(transposePrimitive, { permutation: order.map((axis) => axis - rank) }, [x]);
}

/** A traced value with its last two axes swapped. */
export function swapLastAxes(x: Operand): Operand {
  return record(transposePrimitive, { permutation: [-1, -2] }, [x]);
}
