// Operations on tensors and arrays outside a trace: a program of one operation, run at once where its operands are.

import { TraceError } from '../errors.ts';
import type { Backend } from '../kernel/backend.ts';
import type { ArrayType } from '../shape/shape.ts';
import { ConcreteTensor } from '../tensor/concrete.ts';
import type { Operand } from '../tensor/operand.ts';
import { Trace, type TracedMethods } from '../trace/trace.ts';
import { Traced } from '../trace/traced.ts';
import { typescriptBackend } from '../typescript/backend.ts';
import { deliver, kindOfResult, placementOf } from './deliver.ts';
import { execute } from './execute.ts';
import { describe, inputFor } from './lift.ts';

const noMethods: TracedMethods = {
  rows: () => {
    throw new TraceError('an operation does not iterate over its operands');
  },
};

/** The backend of the first tensor that is not in JavaScript's own memory, else the TypeScript backend. */
export function backendOf(values: readonly unknown[]): Backend {
  for (const value of values) {
    if (value instanceof ConcreteTensor && value.buffer.backend !== typescriptBackend) return value.buffer.backend;
  }
  return typescriptBackend;
}

/** Types of known operands: beside whole numbers, a plain number that is one counts as one. */
function eagerTypes(types: readonly ArrayType[], operands: readonly Operand[]): ArrayType[] {
  const whole = types.some((type) => type.dtype === 'i32' && !type.weak);
  return types.map((type, i) => {
    const operand = operands[i];
    const fits = whole && type.weak && typeof operand === 'number' && (operand | 0) === operand;
    return fits ? { ...type, dtype: 'i32' } : type;
  });
}

/** Traces one operation on operands with known numbers, and runs it. */
export function runAtOnce(
  operation: string,
  operands: readonly Operand[],
  f: (trace: Trace, values: Traced[]) => Operand,
): unknown {
  const backend = backendOf(operands);
  const types = eagerTypes(
    operands.map((operand, i) => describe(operand, `${operation}: operand ${i}`).type),
    operands,
  );
  const trace = new Trace(noMethods);
  try {
    const result = f(
      trace,
      types.map((type) => trace.input(type, undefined)),
    );
    const value = result instanceof Traced ? result : trace.literal(Number(result));
    const program = trace.finish([trace.atom(value)]);
    const kind = kindOfResult(value.type, undefined);
    const inputs = operands.map((operand, i) => inputFor(backend, operand, types[i] as ArrayType));
    const [output = Number.NaN] = execute(backend, program, inputs, [placementOf(kind)]);
    return deliver(backend, output, { type: value.type, kind });
  } finally {
    trace.abandon();
  }
}
