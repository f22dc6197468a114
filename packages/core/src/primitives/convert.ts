import { DTypeError } from '../errors.ts';
import { mapElements } from '../primitive/define.ts';
import { record } from '../primitive/record.ts';
import { dtypeParam } from '../program/params.ts';
import type { Primitive } from '../program/primitive.ts';
import { type DType, dtypes } from '../shape/dtype.ts';
import type { ArrayType } from '../shape/shape.ts';
import type { Operand, Tensor } from '../tensor/operand.ts';
import type { Traced } from '../trace/traced.ts';
import { onArray } from './apply.ts';

/** Another dtype for the same numbers. `weak: 1` marks the result as made of plain numbers. */
export const convertPrimitive: Primitive = {
  name: 'convert',
  types: ([operand], params) => [
    {
      shape: operand.shape,
      dtype: dtypeParam(params, 'dtype'),
      weak: params.weak === 1 && operand?.shape.length === 0,
    },
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
  evaluate: (operands, _params, [result]) => [mapElements(operands, result, (x) => x)],
};

/** Converts a traced value to a dtype, weak or not. */
export function convert(x: Operand, { dtype, weak }: Pick<ArrayType, 'dtype' | 'weak'>): Operand {
  return record(convertPrimitive, weak ? { dtype, weak: 1 } : { dtype }, [x]);
}

/** Whole numbers and truth values as f64, whose sums and squares do not wrap; floats as they are. */
export function floating(x: Traced): Traced {
  if (x.dtype === 'f64' || x.dtype === 'f32') return x;
  return convert(x, { dtype: 'f64', weak: x.type.weak }) as Traced;
}

/**
 * The same numbers in another dtype: f64 rounds to f32, a float is cut off to an i32 (beyond the range to the number at its
 * end, NaN to 0), truth values are 0 and 1, and a number is true unless it is 0. The gradient flows back between floats,
 * and is 0 through i32 and bool.
 * Throws a {@link DTypeError} for a dtype that there is not.
 */
export function astype(x: Operand, dtype: DType): Tensor {
  if (!Object.hasOwn(dtypes, dtype)) {
    throw new DTypeError(`astype: expected dtype ${Object.keys(dtypes).join(', ')}, got ${JSON.stringify(dtype)}`);
  }
  return onArray('astype', x, (value) => convert(value, { dtype, weak: false }));
}
