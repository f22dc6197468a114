// Trees: an argument is an operand, or an object or tuple of arguments. They are taken apart at the front door;
// behind it there are only lists of leaves.

import { ArgumentError } from '../errors.ts';
import { dtypeOf } from '../shape/dtype.ts';
import { isTensor } from '../tensor/brand.ts';
import { leafKind, shapeOfNested } from '../tensor/nested.ts';

/** The form of a tree, without its leaves. */
export type Structure =
  | { readonly kind: 'leaf' }
  | { readonly kind: 'tuple'; readonly parts: readonly Structure[] }
  | { readonly kind: 'object'; readonly keys: readonly string[]; readonly parts: readonly Structure[] };

export interface Leaf {
  readonly value: unknown;
  /** `argument 1, .x[2]` */
  readonly path: string;
  /** The last name on the path, fit for a variable. */
  readonly name: string | undefined;
}

const leafStructure: Structure = { kind: 'leaf' };

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function show(value: unknown): string {
  if (typeof value === 'string') return `the string ${JSON.stringify(value)}`;
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'object' && value !== null) return `an object of class ${value.constructor?.name ?? 'unknown'}`;
  return String(value);
}

/** Whether the value stands for one array. Throws a ShapeError for ragged numbers. */
export function isOperand(value: unknown, path: string): boolean {
  if (typeof value === 'number' || typeof value === 'boolean' || isTensor(value)) return true;
  if (Array.isArray(value)) {
    if (leafKind(value) === undefined) return false;
    shapeOfNested(value, path);
    return true;
  }
  return dtypeOf(value) !== undefined;
}

/** Takes a tree apart. Throws an ArgumentError with the path of the first part that is neither an operand nor a tree. */
export function flatten(tree: unknown, path: string, leaves: Leaf[], name?: string, at = ''): Structure {
  const here = at === '' ? path : `${path}, ${at}`;
  if (isOperand(tree, here)) {
    leaves.push({ value: tree, path: here, name });
    return leafStructure;
  }
  if (Array.isArray(tree)) {
    return {
      kind: 'tuple',
      parts: tree.map((part, i) => flatten(part, path, leaves, name && `${name}${i}`, `${at}[${i}]`)),
    };
  }
  if (isPlainObject(tree)) {
    const keys = Object.keys(tree);
    return { kind: 'object', keys, parts: keys.map((key) => flatten(tree[key], path, leaves, key, `${at}.${key}`)) };
  }
  throw new ArgumentError(
    `${here}: expected a number, a boolean, an array of numbers, a Float64Array, Float32Array, Int32Array or Uint8Array, a tensor, ` +
      `or an object or tuple of these, got ${show(tree)}`,
  );
}

/** Puts trees of one form together from their leaves. */
export type Builder = (leaves: readonly unknown[]) => unknown;

/** The builder for a form, taking its leaves from index `start` on. */
export function builder(structure: Structure, start = 0): Builder {
  let next = start;
  const build = (form: Structure): Builder => {
    if (form.kind === 'leaf') {
      const index = next++;
      return (leaves) => leaves[index];
    }
    const parts = form.parts.map(build);
    if (form.kind === 'tuple') return (leaves) => parts.map((part) => part(leaves));
    const { keys } = form;
    return (leaves) => {
      const object: Record<string, unknown> = {};
      for (let i = 0; i < keys.length; i++) {
        const key = keys[i] as string;
        const value = parts[i]?.(leaves);
        // Plain assignment to this one name would set the prototype.
        if (key === '__proto__')
          Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
        else object[key] = value;
      }
      return object;
    };
  };
  return build(structure);
}

/** Puts one tree together from its leaves, taken in order. */
export function unflatten(structure: Structure, leaves: readonly unknown[]): unknown {
  return builder(structure)(leaves);
}

/** Whether two trees have the same form. */
export function sameStructure(left: Structure, right: Structure): boolean {
  if (left.kind === 'leaf' || right.kind === 'leaf') return left.kind === right.kind;
  return (
    left.kind === right.kind &&
    left.parts.length === right.parts.length &&
    left.parts.every((part, i) => sameStructure(part, right.parts[i] as Structure)) &&
    (left.kind === 'tuple' || (right.kind === 'object' && left.keys.every((key, i) => key === right.keys[i])))
  );
}

/** The leaves of a tree, in order: objects by their keys' order, tuples by position. */
export function leaves(tree: unknown): unknown[] {
  const found: Leaf[] = [];
  flatten(tree, 'tree', found);
  return found.map((leaf) => leaf.value);
}

/**
 * Applies a function to each leaf, or to the corresponding leaves of several trees, and keeps the form of the first.
 * Throws an {@link ArgumentError} when the trees differ in form.
 */
export function map<T, R = T>(f: (...leaves: never[]) => unknown, first: T, ...rest: readonly unknown[]): R {
  const own: Leaf[] = [];
  const columns = [own];
  const structure = flatten(first, 'tree 0', own);
  rest.forEach((tree, i) => {
    const column: Leaf[] = [];
    if (!sameStructure(structure, flatten(tree, `tree ${i + 1}`, column))) {
      throw new ArgumentError(
        `tree.map: tree ${i + 1} has another form than tree 0; give all of them the same keys and lengths`,
      );
    }
    columns.push(column);
  });
  const results = own.map((_, i) => f(...(columns.map((column) => column[i]?.value) as never[])));
  return unflatten(structure, results) as R;
}
