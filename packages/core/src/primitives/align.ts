// Makes operands fit an elementwise primitive: one dtype, one shape. Promotion and broadcasting are equations of their
// own, so that the derivative of each primitive stays its local derivative alone.

import { DTypeError, ShapeError } from '../errors.ts';
import { recordIn } from '../primitive/record.ts';
import type { Domain } from '../program/primitive.ts';
import type { Atom } from '../program/program.ts';
import { broadcastShapes } from '../shape/broadcast.ts';
import type { DType } from '../shape/dtype.ts';
import { type Shape, sameShape, showShape, showType } from '../shape/shape.ts';
import type { Trace } from '../trace/trace.ts';
import { Traced } from '../trace/traced.ts';
import { broadcastAlong, broadcastPrimitive } from './broadcast.ts';
import { convert } from './convert.ts';
import { reshapePrimitive } from './reshape.ts';

function traced(trace: Trace, value: unknown): Traced {
  if (value instanceof Traced) return value.trace === trace ? value : new Traced(trace, trace.atom(value));
  return trace.literal(Number(value));
}

/** Whether a value made of plain numbers is known to be a whole number that an i32 holds. */
function isWhole({ atom }: Traced): boolean {
  return atom.type.dtype !== 'f64' || (atom.kind === 'literal' && (atom.value | 0) === atom.value);
}

/** The dtype that these operands meet in: f64 before f32 before i32. Plain numbers and truth values adapt, but a fraction makes whole numbers f64. */
function promoted(values: readonly Traced[]): DType {
  let float: DType | undefined;
  let whole = false;
  for (let i = 0; i < values.length; i++) {
    const { weak, dtype } = (values[i] as Traced).type;
    if (weak || dtype === 'bool') continue;
    if (dtype === 'i32') whole = true;
    else if (float !== 'f64') float = dtype;
  }
  if (float !== undefined) return float;
  return whole && values.every((value) => !value.type.weak || isWhole(value)) ? 'i32' : 'f64';
}

function isFloating({ type }: Atom): boolean {
  return type.dtype === 'f64' || type.dtype === 'f32';
}

function meeting(operation: string, values: readonly Traced[], domain: Domain): DType {
  const dtype = promoted(values);
  switch (domain) {
    case 'truth':
      return 'bool';
    case 'float':
      return dtype === 'i32' ? 'f64' : dtype;
    case 'number':
      return dtype;
    case 'any':
      return values.every((value) => value.dtype === 'bool') ? 'bool' : dtype;
    case 'whole': {
      const wrong = values.find((value) => value.dtype !== 'i32' && !isWhole(value));
      if (wrong === undefined) return 'i32';
      throw new DTypeError(
        `${operation}: expected i32, got ${showType(wrong.type)}; make it whole numbers with astype(x, 'i32')`,
      );
    }
  }
}

/** Whether operands meet as whole numbers. */
export function meetWhole(values: readonly Traced[]): boolean {
  return promoted(values) === 'i32';
}

/** The operands in the one dtype that a domain asks for. */
export function alignDTypes(
  trace: Trace,
  operation: string,
  values: readonly Traced[],
  domain: Domain,
): readonly Traced[] {
  const first = values[0];
  if (first !== undefined && (domain === 'number' || domain === 'float') && isFloating(first.atom)) {
    if (values.every((value) => value.atom.type === first.atom.type)) return values;
  }
  const dtype = meeting(operation, values, domain);
  if (values.every(({ atom }) => atom.kind === 'variable' && atom.type.dtype === dtype)) return values;
  const weak = values.every((value) => value.type.weak);
  return values.map((value) => {
    if (value.atom.kind === 'literal')
      return trace.literal(value.atom.value, weak && dtype === 'f64' ? undefined : dtype);
    return value.dtype === dtype ? value : traced(trace, convert(value, { dtype, weak }));
  });
}

/** The operands stretched to the shape they share. Literals go with any shape. Throws a ShapeError where they do not broadcast. */
export function alignShapes(trace: Trace, operation: string, values: readonly Traced[]): readonly Traced[] {
  const first = values[0];
  if (first !== undefined && values.every((value) => value.atom.type === first.atom.type)) return values;
  let shape: Shape = [];
  for (let i = 0; i < values.length; i++) {
    const common = broadcastShapes(shape, (values[i] as Traced).shape);
    if (common === undefined) throw mismatch(operation, values);
    shape = common;
  }
  return values.map((value) => (value.atom.kind === 'literal' ? value : stretch(trace, value, shape)));
}

/** A traced value repeated to a shape that it broadcasts to. */
export function stretch(trace: Trace, value: Traced, shape: Shape): Traced {
  if (sameShape(value.shape, shape)) return value;
  const rank = shape.length;
  if (value.shape.length === 0) {
    const every = shape.map((_, axis) => axis - rank);
    return recordIn(trace, broadcastPrimitive, { axes: every, sizes: shape }, [value]);
  }
  const missing = rank - value.shape.length;
  const axes = shape
    .map((_, axis) => axis)
    .filter((axis) => axis < missing || value.shape[axis - missing] !== shape[axis]);
  const squeezed = value.shape.filter((_, axis) => !axes.includes(axis + missing));
  const narrow = sameShape(squeezed, value.shape)
    ? value
    : recordIn(trace, reshapePrimitive, { from: value.shape, to: squeezed }, [value]);
  return traced(
    trace,
    broadcastAlong(
      narrow,
      axes.map((axis) => axis - rank),
      axes.map((axis) => shape[axis] as number),
    ),
  );
}

function mismatch(operation: string, values: readonly Traced[]): ShapeError {
  const described = values.map((value) => {
    const name = value.atom.kind === 'variable' ? value.atom.name : undefined;
    return name === undefined ? showType(value.type) : `${name} of ${showType(value.type)}`;
  });
  const rank = Math.max(...values.map((value) => value.shape.length));
  for (let axis = -1; axis >= -rank; axis--) {
    const sizes = [...new Set(values.map((value) => value.shape.at(axis) ?? 1))].filter((n) => n !== 1);
    if (sizes.length > 1) {
      return new ShapeError(
        `${operation}: ${described.join(' and ')} do not broadcast: axis ${axis} has sizes ${sizes.join(' and ')}; ` +
          'expected equal sizes, or 1 in one of them',
      );
    }
  }
  return new ShapeError(
    `${operation}: ${described.join(' and ')} do not broadcast; got ${values.map((v) => showShape(v.shape)).join(' and ')}`,
  );
}
