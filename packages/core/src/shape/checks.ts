// Shapes, sizes and dtypes that users give, checked at the call that takes them.

import { ArgumentError, DTypeError, ShapeError } from '../errors.ts';
import { type DType, dtypes } from './dtype.ts';
import { type Shape, showShape } from './shape.ts';

/** Throws a ShapeError unless the shape is a list of whole numbers, none negative. */
export function mustBeShape(operation: string, shape: Shape): void {
  if (Array.isArray(shape) && shape.every((n) => Number.isInteger(n) && n >= 0)) return;
  const got = Array.isArray(shape) ? showShape(shape) : String(shape);
  throw new ShapeError(`${operation}: expected a shape as a list of whole numbers, none negative, got ${got}`);
}

/** Throws a DTypeError unless the dtype is left out or one of `among` (default: all). */
export function mustBeDType(
  operation: string,
  dtype: unknown,
  among: readonly DType[] = Object.keys(dtypes) as DType[],
): void {
  if (dtype === undefined || among.some((one) => one === dtype)) return;
  throw new DTypeError(`${operation}: expected dtype ${among.join(', ')}, got ${JSON.stringify(dtype)}`);
}

/** Throws an ArgumentError unless the value is a whole number, not below `least`. */
export function mustBeCount(operation: string, name: string, value: unknown, least = 0): void {
  if (Number.isSafeInteger(value) && (value as number) >= least) return;
  throw new ArgumentError(`${operation}: expected ${name} as a whole number from ${least} on, got ${showGiven(value)}`);
}

/** What was given in place of a number, without reading the numbers of what has none yet. */
export function showGiven(value: unknown): string {
  return typeof value === 'object' && value !== null ? 'an array or a traced value' : String(value);
}
