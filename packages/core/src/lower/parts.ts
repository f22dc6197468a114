// Results made of operands put side by side: zeros first where something is left free, then each operand in its place.

import { asList } from '../program/primitive.ts';
import type { Atom, Equation } from '../program/program.ts';
import { rowMajorStrides } from '../shape/shape.ts';
import type { Lowering } from './lower.ts';
import { identity } from './read.ts';

export function lowerParts(lowering: Lowering, { primitive, params, inputs, outputs }: Equation, level: number): void {
  const [result] = outputs;
  if (primitive.lowering.kind !== 'parts') return;
  const slot = lowering.newSlotFor(result);
  const { shape, dtype } = result.type;
  const strides = rowMajorStrides(shape);
  if (primitive.lowering.fill) {
    const zeros = lowering.expression(level, shape.length);
    lowering.pushStores(zeros, shape, [{ node: zeros.constant(0, dtype), slot, walk: { offset: 0, strides } }]);
  }
  const shapes = inputs.map((input) => input.type.shape);
  primitive.lowering.parts(asList(shapes), params).forEach((spacings, i) => {
    const operand = inputs[i] as Atom;
    const expression = lowering.expression(level, shape.length);
    const node = expression.at(operand, identity(shape.length));
    const offset = spacings.reduce((sum, spacing, axis) => sum + spacing.offset * (strides[axis] as number), 0);
    const walk = { offset, strides: spacings.map(({ scale }, axis) => scale * (strides[axis] as number)) };
    lowering.pushStores(expression, operand.type.shape, [{ node, slot, walk }]);
  });
}
