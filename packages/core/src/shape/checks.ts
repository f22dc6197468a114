// Shapes, sizes, dtypes and options that users give, checked at the call that takes them.

import { ArgumentError, DTypeError, ShapeError } from '../errors.ts';
import { type DType, dtypes } from './dtype.ts';
import { type Shape, showShape } from './shape.ts';

/** Throws a ShapeError unless the shape is a list of whole numbers, none negative; with `rest` one may be −1. */
export function mustBeShape(operation: string, shape: Shape, rest?: 'rest'): void {
  const least = rest === undefined ? 0 : -1;
  if (Array.isArray(shape) && shape.every((n) => Number.isInteger(n) && n >= least)) return;
  const which = rest === undefined ? 'none negative' : 'none negative but one −1 for whatever is left';
  const write = typeof shape === 'number' ? `; write [${shape}]` : '';
  const got = isNumbers(shape) ? showShape(shape) : showGiven(shape);
  throw new ShapeError(`${operation}: expected a shape as a list of whole numbers, ${which}, got ${got}${write}`);
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

/** Throws an ArgumentError unless the value is a list of numbers. */
export function mustBeNumbers(operation: string, name: string, value: unknown): void {
  if (isNumbers(value)) return;
  const write = typeof value === 'number' ? `; write [${value}]` : '';
  throw new ArgumentError(`${operation}: expected ${name} as a list of numbers, got ${showGiven(value)}${write}`);
}

/** Throws an ArgumentError unless the value is a list of operands; which are operands is not looked at. */
export function mustBeList(operation: string, value: unknown): void {
  if (Array.isArray(value)) return;
  throw new ArgumentError(`${operation}: expected one list of arrays, ${operation}([a, b]), got ${showGiven(value)}`);
}

/**
 * Throws an ArgumentError unless the options are an object with none but these names: an option that is misspelt, or given
 * by its position as in NumPy, would silently do nothing.
 */
export function mustBeOptions(operation: string, options: object, names: readonly string[]): void {
  if (!isRecord(options)) {
    throw new ArgumentError(
      `${operation}: expected its options as an object, { ${names.join(', ')} }, got ${showGiven(options)}`,
    );
  }
  for (const name in options) {
    if (names.includes(name)) continue;
    throw new ArgumentError(`${operation}: there is no option '${name}'; expected ${names.join(', ')}`);
  }
}

/** Throws an ArgumentError unless a transform was given a function. */
export function mustBeFunction(transform: string, f: unknown): void {
  if (typeof f === 'function') return;
  throw new ArgumentError(`${transform}: expected a function, got ${showGiven(f)}`);
}

function isNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((n) => typeof n === 'number');
}

/** Whether a value is an object of no class: what options are. */
export function isRecord(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** What was given in place of something else, without reading the numbers of what has none yet. */
export function showGiven(value: unknown): string {
  if (typeof value === 'string') return `the string ${JSON.stringify(value)}`;
  if (typeof value === 'function') return 'a function';
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return 'an array';
  if (typeof value !== 'object' || value === null) return String(value);
  return isRecord(value) ? 'an object' : 'an array or a traced value';
}
