// Other ways to look at the elements of an array. None of them copies.

import { ArgumentError, ShapeError } from '../errors.ts';
import { view } from '../primitive/define.ts';
import { record } from '../primitive/record.ts';
import { number } from '../program/params.ts';
import type { Primitive } from '../program/primitive.ts';
import { axesOf, trailingAxes, trailingAxis } from '../shape/axes.ts';
import { broadcastShapes } from '../shape/broadcast.ts';
import { mustBeNumbers, mustBeOptions, mustBeShape } from '../shape/checks.ts';
import { type Shape, sameShape, showShape, sizeAt } from '../shape/shape.ts';
import type { Operand, Tensor } from '../tensor/operand.ts';
import { stretch } from './align.ts';
import { onArray } from './apply.ts';
import { reshape } from './reshape.ts';
import { sliceAlong } from './slice.ts';
import { transposePrimitive } from './transpose.ts';

/** The elements along `axis`, counted from the end, in reverse. */
export const flipPrimitive: Primitive = /* @__PURE__ */ view({
  name: 'flip',
  shape: (operand) => operand,
  view: (operand, params) =>
    operand.map((n, axis) =>
      axis === operand.length + number(params, 'axis')
        ? { axis, scale: -1, offset: n - 1 }
        : { axis, scale: 1, offset: 0 },
    ),
  transpose: {
    name: 'flip back',
    apply: (upstream, _operands, params) => record(flipPrimitive, params, [upstream]),
  },
});

/** A traced value reversed along an axis counted from the end. */
export function flipAlong(x: Operand, axis: number): Operand {
  return record(flipPrimitive, { axis }, [x]);
}

/**
 * The elements in reverse order along `axis`: one, several, or (default) all.
 * Throws a {@link ShapeError} for an axis that the operand does not have.
 */
export function flip(x: Operand, options: { readonly axis?: number | readonly number[] } = {}): Tensor {
  mustBeOptions('flip', options, ['axis']);
  return onArray('flip', x, (operand) =>
    trailingAxes('flip', operand.shape, options.axis).reduce<Operand>((result, one) => flipAlong(result, one), operand),
  );
}

/**
 * The axes in another order: axis k of the result is axis `axes[k]` of the operand. Default: in reverse.
 * Throws a {@link ShapeError} unless each axis is named once.
 */
export function transpose(x: Operand, axes?: readonly number[]): Tensor {
  if (axes !== undefined) mustBeNumbers('transpose', 'axes', axes);
  return onArray('transpose', x, (operand) => {
    const { shape } = operand;
    const order = axes ?? shape.map((_, axis) => shape.length - 1 - axis);
    const permutation = order.flatMap((axis) => trailingAxes('transpose', shape, axis));
    if (permutation.length !== shape.length || new Set(permutation).size !== shape.length) {
      throw new ShapeError(`transpose: expected each axis of ${showShape(shape)} once, got ${showShape(order)}`);
    }
    if (permutation.every((axis, k) => axis === k - shape.length)) return operand;
    return record(transposePrimitive, { permutation }, [operand]);
  });
}

/**
 * The array repeated to a shape that it broadcasts to, by NumPy’s rules.
 * Throws a {@link ShapeError} where it does not.
 */
export function broadcastTo(x: Operand, shape: Shape): Tensor {
  return repeated('broadcastTo', x, shape);
}

/** {@link broadcastTo} under the name of the operation that it is a part of. */
export function repeated(operation: string, x: Operand, shape: Shape): Tensor {
  mustBeShape(operation, shape);
  return onArray(operation, x, (operand, trace) => {
    const common = broadcastShapes(operand.shape, shape);
    if (common === undefined || !sameShape(common, shape)) {
      throw new ShapeError(
        `${operation}: shape ${showShape(operand.shape)} does not broadcast to ${showShape(shape)}; ` +
          'each axis must have the size asked for, or 1',
      );
    }
    return stretch(trace, operand, shape);
  });
}

/**
 * A new axis of size 1 at each of the places `axis` of the result.
 * Throws a {@link ShapeError} for a place that the result does not have.
 */
export function expandDims(x: Operand, axis: number | readonly number[]): Tensor {
  const added = axesOf('expandDims', axis);
  return onArray('expandDims', x, (operand) => {
    const rank = operand.shape.length + added.length;
    const places = trailingAxes('expandDims', new Array<number>(rank).fill(1), added);
    let next = 0;
    const shape = Array.from({ length: rank }, (_, k) =>
      places.includes(k - rank) ? 1 : (operand.shape[next++] as number),
    );
    return reshape(operand, shape);
  });
}

/**
 * The array without its axes of size 1, or without those given.
 * Throws a {@link ShapeError} for an axis of another size.
 */
export function squeeze(x: Operand, axis?: number | readonly number[]): Tensor {
  return onArray('squeeze', x, (operand) => {
    const { shape } = operand;
    const all = shape.flatMap((n, k) => (n === 1 ? [k - shape.length] : []));
    const axes = axis === undefined ? all : trailingAxes('squeeze', shape, axis);
    const wide = axes.find((one) => sizeAt(shape, one) !== 1);
    if (wide !== undefined) {
      throw new ShapeError(`squeeze: axis ${wide} of ${showShape(shape)} has size ${sizeAt(shape, wide)}, expected 1`);
    }
    return reshape(
      operand,
      shape.filter((_, k) => !axes.includes(k - shape.length)),
    );
  });
}

/**
 * The parts of an array along `axis` (default 0): so many equal ones, or those that begin at the given places.
 * Throws an {@link ArgumentError} when the size is not a multiple of the number of parts, and for places that are no whole numbers.
 */
export function split(
  x: Operand,
  parts: number | readonly number[],
  options: { readonly axis?: number } = {},
): Tensor[] {
  mustBeOptions('split', options, ['axis']);
  const { axis = 0 } = options;
  if (typeof parts !== 'number') mustBeNumbers('split', 'parts', parts);
  const shapeOf = (): Shape => {
    let found: Shape = [];
    onArray('split', x, (operand) => {
      found = operand.shape;
      return operand;
    });
    return found;
  };
  const shape = shapeOf();
  const along = trailingAxis('split', shape, axis);
  const n = sizeAt(shape, along);
  if (typeof parts === 'number' && (!Number.isInteger(parts) || parts < 1 || n % parts !== 0)) {
    throw new ArgumentError(
      `split: axis ${axis} of ${showShape(shape)} has size ${n}, which is no multiple of ${parts} parts; give the places where parts begin`,
    );
  }
  const fraction = typeof parts === 'number' ? undefined : parts.find((place) => !Number.isInteger(place));
  if (fraction !== undefined) {
    throw new ArgumentError(`split: expected whole numbers as the places where parts begin, got ${fraction}`);
  }
  const places = typeof parts === 'number' ? Array.from({ length: parts - 1 }, (_, i) => ((i + 1) * n) / parts) : parts;
  const edges = [0, ...places, n].map((place) => Math.min(Math.max(place < 0 ? place + n : place, 0), n));
  return edges
    .slice(0, -1)
    .map((start, i) =>
      onArray('split', x, (operand) => sliceAlong(operand, along, start, Math.max(start, edges[i + 1] ?? n))),
    );
}
