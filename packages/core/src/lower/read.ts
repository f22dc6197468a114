// Reading through views: which element of the operand a view's element is.

import type { AxisRead } from '../program/primitive.ts';
import type { Atom, Equation } from '../program/program.ts';

/** Which element of a variable is meant, in terms of a loop's axes: one entry per axis of the variable. */
export type Position = readonly AxisRead[];

/** The element (i, j, …) of a loop over the same axes. */
export function identity(rank: number): Position {
  return Array.from({ length: rank }, (_, axis) => ({ axis, scale: 1, offset: 0 }));
}

/** Whether two positions mean the same element, whoever made them. */
export function samePosition(left: Position, right: Position): boolean {
  if (left === right) return true;
  if (left.length !== right.length) return false;
  for (let k = 0; k < left.length; k++) {
    const one = left[k] as AxisRead;
    const other = right[k] as AxisRead;
    if (one.axis !== other.axis || one.scale !== other.scale || one.offset !== other.offset) return false;
  }
  return true;
}

/** Whether a reshape only adds or removes axes of size 1. */
export function onlyUnitAxes({ inputs, outputs }: Equation): boolean {
  const wide = ({ type }: Atom): string => type.shape.filter((n) => n !== 1).join();
  return wide(inputs[0]) === wide(outputs[0]);
}

/** Whether an equation only reads its operand in another way. */
export function isView(equation: Equation): boolean {
  const { kind } = equation.primitive.lowering;
  return kind === 'view' || (kind === 'reshape' && onlyUnitAxes(equation));
}

/** The position in the operand that a position in a view's result reads. */
export function readThrough({ primitive, params, inputs, outputs }: Equation, position: Position): Position {
  const { lowering } = primitive;
  const { shape } = inputs[0].type;
  if (lowering.kind === 'view') {
    return lowering.view(shape, params).map(({ axis, scale, offset }) => {
      const outer = position[axis];
      return outer === undefined
        ? { axis: -1, scale: 0, offset }
        : { axis: outer.axis, scale: outer.scale * scale, offset: outer.offset * scale + offset };
    });
  }
  const result = outputs[0].type.shape;
  const wide = position.filter((_, axis) => result[axis] !== 1);
  let next = 0;
  return shape.map((n) => (n === 1 ? undefined : wide[next++]) ?? { axis: -1, scale: 0, offset: 0 });
}
