// What a call of an operation does: plain numbers are computed on the spot, traced values are recorded, tensors and
// arrays outside a trace run at once.

import { runAtOnce } from '../execute/eager.ts';
import { lift } from '../execute/lift.ts';
import { recordIn } from '../primitive/record.ts';
import { asList, type List, type Primitive } from '../program/primitive.ts';
import type { Operand } from '../tensor/operand.ts';
import { innermost, type Trace } from '../trace/trace.ts';
import { Traced } from '../trace/traced.ts';
import { alignDTypes, alignShapes, meetWhole } from './align.ts';
import { convert } from './convert.ts';

type Plain = number | boolean;

function isPlain(operand: unknown): operand is Plain {
  return typeof operand === 'number' || typeof operand === 'boolean';
}

/**
 * Applies a function of traced values to operands. The type of the result follows from the types of the operands in a
 * way that TypeScript cannot follow, hence the cast, here and below, to whatever the caller's signature states.
 */
function operate<R>(
  operation: string,
  operands: readonly Operand[],
  f: (trace: Trace, values: Traced[]) => Operand,
): R {
  const trace = innermost(operands);
  if (trace === undefined) return runAtOnce(operation, operands, f) as R;
  return f(trace, lifted(trace, operation, operands)) as R;
}

/** The operands as values of a trace. */
function lifted(trace: Trace, operation: string, operands: readonly Operand[]): Traced[] {
  const values = new Array<Traced>(operands.length);
  for (let i = 0; i < operands.length; i++) {
    const operand = operands[i];
    const own = operand instanceof Traced && operand.trace === trace;
    values[i] = own ? operand : lift(trace, operand, `${operation}: operand ${i}`);
  }
  return values;
}

/** Applies a primitive to operands in one dtype and shape. */
function applyAligned<R>(primitive: Primitive, operands: readonly Operand[]): R {
  const trace = innermost(operands);
  if (trace !== undefined) return recordAligned(trace, primitive, lifted(trace, primitive.name, operands)) as R;
  return runAtOnce(primitive.name, operands, (own, values) => recordAligned(own, primitive, values)) as R;
}

/** The operands in one dtype and shape, recorded. */
function recordAligned(trace: Trace, primitive: Primitive, values: readonly Traced[]): Traced {
  const { name, domain = 'number' } = primitive;
  const result = recordIn(trace, primitive, {}, alignShapes(trace, name, alignDTypes(trace, name, values, domain)));
  if (primitive.comparison) trace.watch();
  return result;
}

/** One operand. */
export function unary<R>(primitive: Primitive, x: Operand): R {
  if (isPlain(x) && primitive.scalar !== undefined) return primitive.scalar(Number(x)) as R;
  return applyAligned(primitive, [x]);
}

/**
 * One or two operands of a function that gives whole numbers for whole ones, though it is computed in floats: i32 in,
 * i32 out.
 */
export function staysWhole<R>(primitive: Primitive, ...operands: readonly Operand[]): R {
  if (operands.every(isPlain) && primitive.scalar !== undefined) return primitive.scalar(...operands.map(Number)) as R;
  return operate(primitive.name, operands, (trace, values) => {
    const result = recordAligned(trace, primitive, values);
    return meetWhole(values) ? convert(result, { dtype: 'i32', weak: false }) : result;
  });
}

/** Two operands of one dtype and shape, after promotion and broadcasting. */
export function binary<R>(primitive: Primitive, x: Operand, y: Operand): R {
  if (isPlain(x) && isPlain(y) && primitive.scalar !== undefined) return primitive.scalar(Number(x), Number(y)) as R;
  return applyAligned(primitive, [x, y]);
}

/** One or two operands whose result is a truth value. */
export function judge<R>(primitive: Primitive, ...operands: readonly Operand[]): R {
  if (operands.every(isPlain) && primitive.scalar !== undefined) {
    const numbers = operands.map((x) => (primitive.domain === 'truth' ? Number(Number(x) !== 0) : Number(x)));
    return (primitive.scalar(...numbers) !== 0) as R;
  }
  return applyAligned(primitive, operands);
}

/** A condition and two branches. */
export function choose<R>(primitive: Primitive, condition: Operand, x: Operand, y: Operand): R {
  if (isPlain(condition) && isPlain(x) && isPlain(y)) return Number(Number(condition) === 0 ? y : x) as R;
  const { name } = primitive;
  return operate(name, [condition, x, y], (trace, values) => {
    const truth = alignDTypes(trace, name, values.slice(0, 1), 'truth');
    const branches = alignDTypes(trace, name, values.slice(1), 'any');
    return recordIn(trace, primitive, {}, alignShapes(trace, name, [...truth, ...branches]));
  });
}

/** Operands of an operation on whole arrays; a plain number counts as a scalar. */
export function onArrays<R>(
  operation: string,
  operands: readonly Operand[],
  f: (values: List<Traced>, trace: Trace) => Operand,
): R {
  return operate(operation, operands, (trace, values) => f(asList(values), trace));
}

/** One operand of an operation on whole arrays. */
export function onArray<R>(operation: string, x: Operand, f: (value: Traced, trace: Trace) => Operand): R {
  return operate(operation, [x], (trace, values) => f(values[0] as Traced, trace));
}
