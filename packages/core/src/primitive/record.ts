// Recording a primitive on traced values whose shapes and dtypes already fit.

import { TraceError } from '../errors.ts';
import type { Params, Primitive } from '../program/primitive.ts';
import type { Operand, Tensor } from '../tensor/operand.ts';
import { innermost, type Trace } from '../trace/trace.ts';
import { Traced } from '../trace/traced.ts';

/** Records one equation in the innermost trace of its operands; plain numbers become literals. */
export function record(primitive: Primitive, params: Params, operands: readonly Operand[]): Tensor {
  const trace = innermost(operands);
  if (trace === undefined) throw new TraceError(`${primitive.name} was recorded without a traced operand`);
  return recordIn(trace, primitive, params, operands);
}

/** Records one equation in a given trace. */
export function recordIn(trace: Trace, primitive: Primitive, params: Params, operands: readonly Operand[]): Traced {
  const values = operands.map((operand) => {
    if (operand instanceof Traced) return operand;
    if (typeof operand === 'number' || typeof operand === 'boolean') return trace.literal(operand);
    throw new TraceError(`${primitive.name} was recorded with an operand that is not traced`);
  });
  const [result] = trace.record(primitive, params, values);
  if (result === undefined) throw new TraceError(`${primitive.name} has no result`);
  return result;
}
