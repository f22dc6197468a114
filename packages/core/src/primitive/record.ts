// Recording a primitive on traced values whose shapes and dtypes already fit.

import { TraceError } from '../errors.ts';
import type { Params, Primitive } from '../program/primitive.ts';
import type { Operand } from '../tensor/operand.ts';
import { innermost, type Trace } from '../trace/trace.ts';
import { Traced } from '../trace/traced.ts';

/** The innermost trace of operands, at least one of which is traced. */
export function traceOf(operation: string, operands: readonly Operand[]): Trace {
  const trace = innermost(operands);
  if (trace === undefined) throw new TraceError(`${operation} was recorded without a traced operand`);
  return trace;
}

/** Records one equation in the innermost trace of its operands; plain numbers become literals. */
export function record(primitive: Primitive, params: Params, operands: readonly Operand[]): Traced {
  return recordIn(traceOf(primitive.name, operands), primitive, params, operands);
}

/** Records one equation in a given trace. */
export function recordIn(trace: Trace, primitive: Primitive, params: Params, operands: readonly Operand[]): Traced {
  const result = recordAllIn(trace, primitive, params, operands)[0];
  if (result === undefined) throw new TraceError(`${primitive.name} has no result`);
  return result;
}

/** Records one equation in a given trace, and returns all of its results. */
export function recordAllIn(
  trace: Trace,
  primitive: Primitive,
  params: Params,
  operands: readonly Operand[],
): Traced[] {
  const values = new Array<Traced>(operands.length);
  for (let i = 0; i < operands.length; i++) {
    const operand = operands[i];
    if (operand instanceof Traced) values[i] = operand;
    else if (typeof operand === 'number' || typeof operand === 'boolean') values[i] = trace.literal(operand);
    else throw new TraceError(`${primitive.name} was recorded with an operand that is not traced`);
  }
  return trace.record(primitive, params, values);
}

/** The number that an operand is known to be while tracing: a literal of the program. */
export function knownNumber(operand: Operand): number | undefined {
  if (typeof operand === 'number') return operand;
  return operand instanceof Traced && operand.atom.kind === 'literal' ? operand.atom.value : undefined;
}
