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
    const parts = keys.map((key) => flatten(tree[key], path, leaves, key, `${at}.${key}`));
    return { kind: 'object', keys, parts };
  }
  throw new ArgumentError(
    `${here}: expected a number, a boolean, an array of numbers, a Float64Array, Float32Array, Int32Array or Uint8Array, a tensor, ` +
      `or an object or tuple of these, got ${show(tree)}`,
  );
}

export function countLeaves(structure: Structure): number {
  return structure.kind === 'leaf' ? 1 : structure.parts.reduce((count, part) => count + countLeaves(part), 0);
}

/** A form in words. */
export function formOf(structure: Structure): string {
  if (structure.kind === 'leaf') return 'one array or number';
  return structure.kind === 'tuple'
    ? `a tuple of ${structure.parts.length}`
    : `an object with ${structure.keys.join(', ') || 'no keys'}`;
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
      for (let i = 0; i < keys.length; i++) put(object, keys[i] as string, parts[i]?.(leaves));
      return object;
    };
  };
  return build(structure);
}

function put(object: Record<string, unknown>, key: string, value: unknown): void {
  // Plain assignment to this one name would set the prototype.
  if (key === '__proto__')
    Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
  else object[key] = value;
}

/** Puts one tree together from its leaves, taken in order. */
export function unflatten(structure: Structure, leaves: readonly unknown[]): unknown {
  let next = 0;
  const build = (form: Structure): unknown => {
    if (form.kind === 'leaf') return leaves[next++];
    const { parts } = form;
    if (form.kind === 'tuple') return parts.map(build);
    const object: Record<string, unknown> = {};
    for (let i = 0; i < parts.length; i++) put(object, form.keys[i] as string, build(parts[i] as Structure));
    return object;
  };
  return build(structure);
}

/**
 * What belongs to the leaves of a tree, in the order of the leaves of another tree of the same form; undefined where the
 * forms differ. Objects are matched by their keys, in whatever order these were written.
 */
export function inOrderOf<T>(form: Structure, given: Structure, values: readonly T[]): readonly T[] | undefined {
  const ordered: T[] = [];
  let next = 0;
  // Takes the given tree apart in its own order, and remembers each part by its place in the form.
  const places = (part: Structure): Placed => {
    if (part.kind === 'leaf') return { value: values[next++] as T };
    const parts = part.parts.map(places);
    return part.kind === 'tuple' ? { parts } : { parts, keys: new Map(part.keys.map((key, i) => [key, i])) };
  };
  type Placed =
    | { readonly value: T }
    | { readonly parts: readonly Placed[]; readonly keys?: ReadonlyMap<string, number> };
  const collect = (expected: Structure, placed: Placed | undefined): boolean => {
    if (placed === undefined) return false;
    if (expected.kind === 'leaf' || 'value' in placed) {
      if (expected.kind !== 'leaf' || !('value' in placed)) return false;
      ordered.push(placed.value);
      return true;
    }
    const { parts, keys } = placed;
    if ((expected.kind === 'object') !== (keys !== undefined) || expected.parts.length !== parts.length) return false;
    return expected.parts.every((part, i) =>
      collect(part, parts[expected.kind === 'object' ? (keys?.get(expected.keys[i] ?? '') ?? -1) : i]),
    );
  };
  return collect(form, places(given)) ? ordered : undefined;
}

/** The leaves of a tree in the order of a form; undefined where the tree has another form. */
export function leavesLike(structure: Structure, tree: unknown, path: string): readonly Leaf[] | undefined {
  const found: Leaf[] = [];
  return inOrderOf(structure, flatten(tree, path, found), found);
}

/** The leaves of a tree, in order: objects by their keys' order, tuples by position. */
export function leaves(tree: unknown): unknown[] {
  const found: Leaf[] = [];
  flatten(tree, 'tree', found);
  return found.map((leaf) => leaf.value);
}

/**
 * Applies a function to each leaf, or to the corresponding leaves of several trees, and keeps the form of the first.
 * Objects correspond by their keys, in whatever order.
 * Throws an {@link ArgumentError} when the trees differ in form.
 */
export function map<T, R = T>(f: (...leaves: never[]) => unknown, first: T, ...rest: readonly unknown[]): R {
  const own: Leaf[] = [];
  const columns: (readonly Leaf[])[] = [own];
  const structure = flatten(first, 'tree 0', own);
  rest.forEach((tree, i) => {
    const column = leavesLike(structure, tree, `tree ${i + 1}`);
    if (column === undefined) {
      throw new ArgumentError(
        `tree.map: tree ${i + 1} has another form than tree 0; give all of them the same keys and lengths`,
      );
    }
    columns.push(column);
  });
  const results = own.map((_, i) => f(...(columns.map((column) => column[i]?.value) as never[])));
  return unflatten(structure, results) as R;
}
