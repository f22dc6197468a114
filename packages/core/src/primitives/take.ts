import { DTypeError, ShapeError } from '../errors.ts';
import { record } from '../primitive/record.ts';
import { trailingAxis } from '../shape/axes.ts';
import { mustBeOptions } from '../shape/checks.ts';
import { type Shape, sameShape, showShape, showType, sizeAt } from '../shape/shape.ts';
import type { Operand, Tensor } from '../tensor/operand.ts';
import type { Traced } from '../trace/traced.ts';
import { alignDTypes } from './align.ts';
import { onArrays } from './apply.ts';
import { convert } from './convert.ts';
import { gatherPrimitive, scatterAddPrimitive } from './gather.ts';
import { reshape } from './reshape.ts';
import { moveAxis } from './transpose.ts';
import { broadcastTo } from './views.ts';

/** Indices as i32: floats are cut off to whole numbers. */
function indicesOf(operation: string, value: Traced): Traced {
  if (value.dtype === 'i32') return value;
  if (value.dtype === 'bool') {
    throw new DTypeError(
      `${operation}: expected whole numbers as indices, got ${showType(value.type)}; choose by a condition with where(…)`,
    );
  }
  return convert(value, { dtype: 'i32', weak: false }) as Traced;
}

/**
 * The parts of x along `axis` that the indices name: the axis is replaced by the axes of the indices. Without an axis x is
 * taken as one list. A negative index counts from the end; one that is outside gives NaN (0 for i32 and bool). Indices are
 * cut off to whole numbers.
 * Throws a {@link DTypeError} for indices of bool, a {@link ShapeError} for an axis that x does not have.
 */
export function take(x: Operand, indices: Operand, options: { readonly axis?: number } = {}): Tensor {
  mustBeOptions('take', options, ['axis']);
  const { axis } = options;
  return onArrays('take', [x, indices], ([operand, chosen]) => {
    const source = axis === undefined ? reshape(operand, [operand.size]) : operand;
    const { shape } = source;
    const along = trailingAxis('take', shape, axis ?? 0);
    const outer = shape.slice(0, shape.length + along);
    const whole = indicesOf('take', chosen);
    const repeated = broadcastTo(whole, [...outer, ...whole.shape]);
    return record(gatherPrimitive, { row: -along - 1, index: whole.shape.length }, [source, repeated]);
  });
}

/**
 * For each position the element of x along `axis` that the index there names: x and the indices agree in all other axes
 * (or broadcast). Indices as in {@link take}.
 * Throws a {@link ShapeError} where the shapes do not fit.
 */
export function takeAlongAxis(x: Operand, indices: Operand, axis = -1): Tensor {
  return onArrays('takeAlongAxis', [x, indices], ([operand, chosen]) => {
    const rank = operand.shape.length;
    if (chosen.shape.length !== rank) {
      throw new ShapeError(
        `takeAlongAxis: expected indices with ${rank} axes for ${showType(operand.type)}, got ${showType(chosen.type)}`,
      );
    }
    const along = trailingAxis('takeAlongAxis', operand.shape, axis);
    const last = (value: Operand): Tensor => moveAxis(value, rank, rank + along, rank - 1) as Tensor;
    const source = last(operand);
    const whole = last(indicesOf('takeAlongAxis', chosen));
    const outer = source.shape.slice(0, -1);
    if (!whole.shape.slice(0, -1).every((n, k) => n === 1 || n === outer[k])) {
      throw new ShapeError(
        `takeAlongAxis: indices of ${showType(chosen.type)} do not fit ${showType(operand.type)}; expected equal sizes, or 1, beside axis ${axis}`,
      );
    }
    const repeated = broadcastTo(whole, [...outer, sizeAt(whole.shape, -1)]);
    const found = record(gatherPrimitive, { row: 0, index: 1 }, [source, repeated]);
    return moveAxis(found, rank, rank - 1, rank + along);
  });
}

/**
 * x with updates added to its parts along axis 0: x[indices[i]] += updates[i], in the order of i, so an index that comes
 * twice adds twice. A negative index counts from the end; updates with an index outside are dropped. `updates` has the
 * shape [indices…, rest of x…], or broadcasts to it.
 * Throws a {@link ShapeError} where the shapes do not fit.
 */
export function scatterAdd(x: Operand, indices: Operand, updates: Operand): Tensor {
  return onArrays('scatterAdd', [x, indices, updates], ([operand, chosen, added], trace) => {
    const { shape } = operand;
    if (shape.length === 0) throw new ShapeError('scatterAdd: expected an array to add to, got one number');
    const whole = indicesOf('scatterAdd', chosen);
    const [target = operand, source = added] = alignDTypes(trace, 'scatterAdd', [operand, added], 'number');
    const expected: Shape = [...whole.shape, ...shape.slice(1)];
    const rows =
      sameShape(source.shape, expected) && source.atom.kind === 'variable' ? source : repeat(source, expected);
    return record(scatterAddPrimitive, { row: shape.length - 1, index: whole.shape.length }, [target, whole, rows]);
  });
}

function repeat(updates: Traced, shape: Shape): Tensor {
  try {
    return broadcastTo(updates, shape);
  } catch {
    throw new ShapeError(
      `scatterAdd: updates of ${showType(updates.type)} do not fit; expected shape ${showShape(shape)}, the indices' axes and then those of a part of x`,
    );
  }
}
