import { view } from '../primitive/define.ts';
import { record } from '../primitive/record.ts';
import { numbers } from '../program/params.ts';
import type { Params, Primitive } from '../program/primitive.ts';
import type { Shape } from '../shape/shape.ts';
import type { Operand } from '../tensor/operand.ts';
import { sumOver } from './sum.ts';

/** Where each axis of the result comes from: an axis of the operand, or undefined for a new one. */
function origins(operand: Shape, params: Params): (number | undefined)[] {
  const axes = numbers(params, 'axes');
  const rank = operand.length + axes.length;
  const from = new Array<number | undefined>(rank);
  let next = 0;
  for (let axis = 0; axis < rank; axis++) from[axis] = axes.includes(axis - rank) ? undefined : next++;
  return from;
}

/** Repeats the operand along new axes: `axes`, counted from the end of the result, of the given `sizes`. */
export const broadcastPrimitive: Primitive = /* @__PURE__ */ view({
  name: 'broadcast',
  shape: (operand, params) => {
    const sizes = numbers(params, 'sizes');
    let next = 0;
    return origins(operand, params).map((origin) => (origin === undefined ? sizes[next++] : operand[origin]) as number);
  },
  view: (operand, params) => {
    const from = origins(operand, params);
    return operand.map((_, axis) => ({ axis: from.indexOf(axis), scale: 1, offset: 0 }));
  },
  transpose: {
    name: 'sum over the repeated axes',
    apply: (upstream, _operands, params) => sumOver(upstream, numbers(params, 'axes')),
  },
});

/** Repeats a traced value along new axes, named from the end of the result, in ascending order. */
export function broadcastAlong(x: Operand, axes: readonly number[], sizes: readonly number[]): Operand {
  return record(broadcastPrimitive, { axes, sizes }, [x]);
}
