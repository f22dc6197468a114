import { DTypeError } from '../errors.ts';
import { commonShape, mapElements } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import { showType } from '../shape/shape.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { choose } from './apply.ts';

/** The primitive behind {@link where}: linear in both branches. */
export const wherePrimitive: Primitive = {
  name: 'where',
  types: (operands) => {
    const [condition, x, y] = operands;
    if (condition.dtype !== 'bool' || x.dtype !== y.dtype) {
      throw new DTypeError(`where: expected a bool and two of one dtype, got ${operands.map(showType).join(', ')}`);
    }
    return [{ shape: commonShape('where', operands), dtype: x.dtype, weak: operands.every((operand) => operand.weak) }];
  },
  derivative: {
    kind: 'linear',
    transposes: [
      undefined,
      { name: 'where it was chosen', apply: (upstream, [condition]) => where(condition, upstream, 0) },
      { name: 'where it was chosen', apply: (upstream, [condition]) => where(condition, 0, upstream) },
    ],
  },
  lowering: { kind: 'elementwise', op: 'select', args: [0, 1, 2] },
  evaluate: (operands, _params, [result]) => [
    mapElements(operands, result, (condition, x, y) => (condition === 0 ? y : x)),
  ],
  scalar: (condition, x, y) => (condition === 0 ? y : x),
};

/**
 * x where the condition holds, else y, element by element, with NumPy’s broadcasting. A condition that is not bool holds
 * where it is not 0. The gradient goes to the chosen branch; the other one gets 0.
 */
export function where<C extends Operand, A extends Operand, B extends Operand>(
  condition: C,
  x: A,
  y: B,
): Result<C, A, B> {
  return choose(wherePrimitive, condition, x, y);
}
