// Rectangular nested arrays, read into and written from row-major order.

import { ShapeError } from '../errors.ts';
import { type Shape, showShape } from '../shape/shape.ts';
import type { Nested } from './operand.ts';

/** Whether nested arrays hold nothing but numbers, or nothing but booleans; undefined if they hold anything else. */
export function leafKind(nested: readonly unknown[]): 'number' | 'boolean' | undefined {
  let kind: 'number' | 'boolean' | undefined;
  for (const part of nested) {
    const found = Array.isArray(part)
      ? part.length === 0
        ? 'number'
        : leafKind(part)
      : typeof part === 'number' || typeof part === 'boolean'
        ? (typeof part as 'number' | 'boolean')
        : undefined;
    if (found === undefined || (kind !== undefined && found !== kind)) return undefined;
    kind = found;
  }
  return nested.length === 0 ? 'number' : kind;
}

/** The shape of rectangular nested arrays. Throws a ShapeError with the path of the first part that breaks it. */
export function shapeOfNested(nested: readonly unknown[], path: string): number[] {
  const shape: number[] = [];
  for (let level: unknown = nested; Array.isArray(level); level = level[0]) shape.push(level.length);
  const visit = (part: unknown, axis: number, at: string): void => {
    const expected = shape[axis];
    if (!Array.isArray(part)) {
      if (expected === undefined) return;
      throw ragged(path, at, `a row of ${expected}`, `${String(part)}`);
    }
    if (expected === undefined) throw ragged(path, at, 'a number', `a row of ${part.length}`);
    if (part.length !== expected) throw ragged(path, at, `a row of ${expected}`, `a row of ${part.length}`);
    for (let i = 0; i < part.length; i++) visit(part[i], axis + 1, `${at}[${i}]`);
  };
  visit(nested, 0, path);
  return shape;
}

function ragged(path: string, at: string, expected: string, got: string): ShapeError {
  return new ShapeError(
    `${path}: ragged array; expected ${expected} at ${at}, as in the rows before it, got ${got}. ` +
      'Make all rows the same length, or wrap rows of different lengths in objects',
  );
}

/** Writes the numbers of nested arrays to `target`, row-major. The arrays are known to be rectangular. */
export function fillFromNested(target: { [index: number]: number }, nested: readonly unknown[], start = 0): number {
  let next = start;
  for (const part of nested) {
    if (Array.isArray(part)) next = fillFromNested(target, part, next);
    else target[next++] = Number(part);
  }
  return next;
}

/** Row-major elements as nested arrays, one level for each axis. */
export function toNested<Leaf>(
  elements: ArrayLike<number>,
  shape: Shape,
  leaf: (element: number) => Leaf,
): Nested<Leaf> {
  let next = 0;
  const build = (axis: number): Nested<Leaf> => {
    const n = shape[axis];
    if (n === undefined) {
      const element = elements[next++];
      if (element === undefined)
        throw new ShapeError(`${elements.length} elements do not fill shape ${showShape(shape)}`);
      return leaf(element);
    }
    const rows: Nested<Leaf>[] = [];
    for (let i = 0; i < n; i++) rows.push(build(axis + 1));
    return rows;
  };
  return build(0);
}
