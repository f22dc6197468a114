// Arrays that hold one number everywhere, as traced values.

import { recordIn, traceOf } from '../primitive/record.ts';
import type { ArrayType } from '../shape/shape.ts';
import type { Operand } from '../tensor/operand.ts';
import type { Trace } from '../trace/trace.ts';
import type { Traced } from '../trace/traced.ts';
import { broadcastPrimitive } from './broadcast.ts';

/** The array of a type that holds one number everywhere. */
export function constantOf(trace: Trace, value: number, { shape, dtype, weak }: ArrayType): Traced {
  const scalar = trace.literal(value, weak ? undefined : dtype);
  if (shape.length === 0) return scalar;
  const axes = shape.map((_, axis) => axis - shape.length);
  return recordIn(trace, broadcastPrimitive, { axes, sizes: shape }, [scalar]);
}

/** A number in the dtype of a traced value, for where nothing else says which: of `where(condition, 1, 0)`, say. */
export function numberLike(beside: Operand, value: number): Operand {
  const { dtype, type } = beside as Traced;
  return constantOf(traceOf('a number', [beside]), value, { shape: [], dtype, weak: type.weak });
}

/** Zeros of a type, in the trace of a traced value. */
export function zerosLikeType(beside: Operand, type: ArrayType): Operand {
  return constantOf(traceOf('zeros', [beside]), 0, type);
}
