import { mapElements } from '../primitive/define.ts';
import { record } from '../primitive/record.ts';
import type { Params, Primitive } from '../program/primitive.ts';
import type { DType } from '../shape/dtype.ts';
import type { ArrayType } from '../shape/shape.ts';
import type { Operand } from '../tensor/operand.ts';

function target(params: Params): DType {
  const { dtype } = params;
  return dtype === 'f32' || dtype === 'bool' ? dtype : 'f64';
}

/** Another dtype for the same numbers. `weak: 1` marks the result as made of plain numbers. */
export const convertPrimitive: Primitive = {
  name: 'convert',
  types: ([operand], params) => [
    { shape: operand?.shape ?? [], dtype: target(params), weak: params.weak === 1 && operand?.shape.length === 0 },
  ],
  derivative: {
    kind: 'linear',
    transposes: [
      {
        name: 'convert back',
        apply: (upstream, _operands, _params, operand) => convert(upstream, operand),
      },
    ],
  },
  lowering: { kind: 'elementwise', op: 'convert', args: [0] },
  evaluate: (operands, _params, [result]) => [mapElements(operands, result, (x = 0) => x)],
};

/** Converts a traced value to a dtype, weak or not. */
export function convert(x: Operand, { dtype, weak }: Pick<ArrayType, 'dtype' | 'weak'>): Operand {
  return record(convertPrimitive, weak ? { dtype, weak: 1 } : { dtype }, [x]);
}
