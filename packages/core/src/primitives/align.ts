// Makes operands fit an elementwise primitive: one dtype, one shape. Promotion and broadcasting are equations of their
// own, so that the derivative of each primitive stays its local derivative alone.

import { ShapeError } from '../errors.ts';
import { recordIn } from '../primitive/record.ts';
import { broadcastShapes } from '../shape/broadcast.ts';
import type { DType } from '../shape/dtype.ts';
import { type Shape, sameShape, showShape, showType } from '../shape/shape.ts';
import type { Trace } from '../trace/trace.ts';
import { Traced } from '../trace/traced.ts';
import { broadcastAlong } from './broadcast.ts';
import { convert } from './convert.ts';
import { reshapePrimitive } from './reshape.ts';

function traced(trace: Trace, value: unknown): Traced {
  if (value instanceof Traced) return value.trace === trace ? value : new Traced(trace, trace.atom(value));
  return trace.literal(Number(value));
}

/** The dtype that arithmetic on these operands happens in: f64 before f32; weak and bool operands adapt. */
function promoted(values: readonly Traced[]): { dtype: DType; weak: boolean } {
  const strong = values.filter((value) => !value.type.weak && value.dtype !== 'bool');
  const weak = values.every((value) => value.type.weak);
  return { dtype: strong.length > 0 && strong.every((value) => value.dtype === 'f32') ? 'f32' : 'f64', weak };
}

/** The operands in one dtype: the promoted one, or the one given. */
export function alignDTypes(trace: Trace, values: readonly Traced[], to?: DType): Traced[] {
  const { dtype, weak } = to === undefined ? promoted(values) : { dtype: to, weak: values.every((v) => v.type.weak) };
  return values.map((value) => {
    if (value.atom.kind === 'literal')
      return trace.literal(value.atom.value, weak && dtype === 'f64' ? undefined : dtype);
    return value.dtype === dtype ? value : traced(trace, convert(value, { dtype, weak }));
  });
}

/** The operands stretched to the shape they share. Literals go with any shape. Throws a ShapeError where they do not broadcast. */
export function alignShapes(trace: Trace, operation: string, values: readonly Traced[]): Traced[] {
  let shape: Shape = [];
  for (const value of values) {
    const common = broadcastShapes(shape, value.shape);
    if (common === undefined) throw mismatch(operation, values);
    shape = common;
  }
  return values.map((value) => (value.atom.kind === 'literal' ? value : stretch(trace, value, shape)));
}

function stretch(trace: Trace, value: Traced, shape: Shape): Traced {
  if (sameShape(value.shape, shape)) return value;
  const rank = shape.length;
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
      axes.map((axis) => shape[axis] ?? 1),
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
