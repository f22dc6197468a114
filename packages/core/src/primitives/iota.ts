import { recordIn } from '../primitive/record.ts';
import { dtypeParam, number } from '../program/params.ts';
import type { Primitive } from '../program/primitive.ts';
import type { DType } from '../shape/dtype.ts';
import { sizeAt } from '../shape/shape.ts';
import type { Trace } from '../trace/trace.ts';
import type { Traced } from '../trace/traced.ts';

/** 0, 1, 2, … `length` − 1. */
export const iotaPrimitive: Primitive = {
  name: 'iota',
  types: (_operands, params) => [
    { shape: [number(params, 'length')], dtype: dtypeParam(params, 'dtype'), weak: false },
  ],
  derivative: { kind: 'none' },
  lowering: {
    kind: 'routine',
    routine: 'iota',
    layout: (_operands, { shape, dtype }) => ({ dtype, sizes: [sizeAt(shape, 0)], axes: [[[0]]] }),
  },
  evaluate: (_operands, params) => [Array.from({ length: number(params, 'length') }, (_, i) => i)],
};

/** 0, 1, 2, … as a traced value. */
export function iotaIn(trace: Trace, length: number, dtype: DType = 'i32'): Traced {
  return recordIn(trace, iotaPrimitive, { length, dtype }, []);
}
