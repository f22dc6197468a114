import { ArgumentError, ShapeError } from '../errors.ts';
import { view } from '../primitive/define.ts';
import { record } from '../primitive/record.ts';
import { number } from '../program/params.ts';
import type { Params, Primitive } from '../program/primitive.ts';
import { mustBeNumbers, showGiven } from '../shape/checks.ts';
import { type Shape, showShape, sizeAt } from '../shape/shape.ts';
import type { Operand, Tensor } from '../tensor/operand.ts';
import { onArray } from './apply.ts';
import { padPrimitive } from './pad.ts';

function axisOf(operand: Shape, params: Params): number {
  return operand.length + number(params, 'axis');
}

function count(params: Params): number {
  return Math.max(0, Math.ceil((number(params, 'end') - number(params, 'start')) / number(params, 'step')));
}

/** Elements `start`, `start + step`, … before `end` along `axis`, counted from the end. */
export const slicePrimitive: Primitive = /* @__PURE__ */ view({
  name: 'slice',
  shape: (operand, params) => operand.map((n, axis) => (axis === axisOf(operand, params) ? count(params) : n)),
  view: (operand, params) =>
    operand.map((_, axis) =>
      axis === axisOf(operand, params)
        ? { axis, scale: number(params, 'step'), offset: number(params, 'start') }
        : { axis, scale: 1, offset: 0 },
    ),
  transpose: {
    name: 'pad with zeros',
    apply: (upstream, _operands, params, operand) => {
      const axis = number(params, 'axis');
      const before = number(params, 'start');
      const between = number(params, 'step') - 1;
      const used = count(params);
      const after = sizeAt(operand.shape, axis) - before - used - Math.max(0, used - 1) * between;
      return record(padPrimitive, { axis, before, after, between }, [upstream]);
    },
  },
});

/** Elements `start` … `end` − 1, every `step`-th, along an axis of a traced value that is counted from the end. */
export function sliceAlong(x: Operand, axis: number, start: number, end: number, step = 1): Operand {
  return record(slicePrimitive, { axis, start, end, step }, [x]);
}

/** Part `index` of a traced value along axis 0, without that axis. */
export function part(x: Operand, shape: Shape, index: number, reshape: (x: Operand, shape: Shape) => Operand): Operand {
  return reshape(sliceAlong(x, -shape.length, index, index + 1), shape.slice(1));
}

/** Places are known before a function is run: they decide the shape of the result. */
function mustBePlaces(name: string, places: readonly number[]): void {
  const unknown = Array.isArray(places) ? places.find((one) => typeof one !== 'number') : undefined;
  if (unknown === undefined) {
    mustBeNumbers('slice', name, places);
    return;
  }
  throw new ArgumentError(
    `slice: expected numbers for ${name}, known before the function is run, got ${showGiven(unknown)}; take(x, indices, { axis }) reads places that are computed`,
  );
}

function place(name: string, index: number, size: number): number {
  if (!Number.isInteger(index) && Math.abs(index) !== Number.POSITIVE_INFINITY)
    throw new ArgumentError(`slice: expected whole numbers for ${name}, got ${index}`);
  const at = index < 0 ? index + size : index;
  return Math.min(Math.max(at, 0), size);
}

/**
 * The elements from `starts` (inclusive) to `ends` (exclusive), every `steps`-th, one entry per axis, for the first axes;
 * those not mentioned stay whole. As in NumPy, negative places count from the end, and places outside are cut off to the
 * edge: Infinity is the end. Steps are positive; {@link flip} reverses.
 * Throws an {@link ArgumentError} for lists of different lengths, fractions, or a step below 1, and a {@link ShapeError}
 * for more entries than axes.
 */
export function slice(
  x: Operand,
  starts: readonly number[],
  ends: readonly number[],
  steps?: readonly number[],
): Tensor {
  mustBePlaces('starts', starts);
  mustBePlaces('ends', ends);
  if (steps !== undefined) mustBePlaces('steps', steps);
  return onArray('slice', x, (operand) => {
    const { shape } = operand;
    if (starts.length !== ends.length || (steps !== undefined && steps.length !== starts.length)) {
      throw new ArgumentError(
        `slice: expected lists of one length, got ${starts.length} starts, ${ends.length} ends` +
          (steps === undefined ? '' : `, ${steps.length} steps`),
      );
    }
    if (starts.length > shape.length) {
      throw new ShapeError(`slice: shape ${showShape(shape)} has ${shape.length} axes, got ${starts.length} starts`);
    }
    let result: Operand = operand;
    starts.forEach((first, axis) => {
      const n = sizeAt(shape, axis);
      const step = steps?.[axis] ?? 1;
      if (!Number.isInteger(step) || step < 1) {
        throw new ArgumentError(`slice: expected steps of at least 1, got ${step}; write flip(x) to reverse`);
      }
      const start = place('starts', first, n);
      const end = Math.max(start, place('ends', ends[axis] ?? n, n));
      if (start === 0 && end === n && step === 1) return;
      result = sliceAlong(result, axis - shape.length, start, end, step);
    });
    return result;
  });
}
