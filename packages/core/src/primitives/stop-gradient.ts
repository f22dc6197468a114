import { mapElements } from '../primitive/define.ts';
import { recordIn } from '../primitive/record.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { onArray } from './apply.ts';

/** The operand itself, without a derivative. */
export const stopGradientPrimitive: Primitive = {
  name: 'stopGradient',
  types: ([operand]) => [operand],
  derivative: { kind: 'none' },
  lowering: { kind: 'elementwise', op: 'convert', args: [0] },
  evaluate: (operands, _params, [result]) => [mapElements(operands, result, (x) => x)],
};

/** x itself, which differentiation takes for a constant: no gradient flows back through it, in either mode. */
export function stopGradient<A extends Operand>(x: A): Result<A> {
  if (typeof x === 'number') return x as unknown as Result<A>;
  return onArray('stopGradient', x, (value, trace) => recordIn(trace, stopGradientPrimitive, {}, [value]));
}
