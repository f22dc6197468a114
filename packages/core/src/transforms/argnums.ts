// Which arguments a function is differentiated by.

import { ArgumentError, DTypeError } from '../errors.ts';
import { showType } from '../shape/shape.ts';
import { type Leaf, type Structure, unflatten } from '../tree/tree.ts';
import { type Arguments, incoming } from './function.ts';

/** One argument by its position, or several: then gradients come as a tuple. Negative positions count from the end. */
export type Argnums = number | readonly number[];

/** The leaves that a function is differentiated by. */
export interface Selection {
  /** Index of each among all leaves. */
  readonly leaves: readonly number[];
  /** From one value for each of them: a tree like the argument, or a tuple of such trees. */
  readonly assemble: (values: readonly unknown[]) => unknown;
}

/** Finds the arguments by their positions. Throws an ArgumentError for one that is missing, a DTypeError for leaves without derivatives. */
export function select(transform: string, args: Arguments, argnums: Argnums = 0): Selection {
  const { structure, leaves, starts } = args;
  const parts = structure.kind === 'tuple' ? structure.parts : [];
  const positions = (typeof argnums === 'number' ? [argnums] : argnums).map((argument) => {
    const position = argument < 0 ? argument + parts.length : argument;
    if (Number.isInteger(position) && position >= 0 && position < parts.length) return position;
    throw new ArgumentError(
      `${transform}: argnums ${argument} is not one of the ${parts.length} arguments; count from 0, or from −1 backwards`,
    );
  });
  const chosen = positions.map((position) => {
    const start = starts[position] as number;
    const count = (starts[position + 1] ?? start) - start;
    if (count === 0) throw new ArgumentError(`${transform}: argument ${position} holds no number to differentiate by`);
    return { form: parts[position] as Structure, start, count };
  });
  const indices = chosen.flatMap(({ start, count }) => Array.from({ length: count }, (_, i) => start + i));
  for (const index of indices) mustBeFloat(transform, leaves[index] as Leaf);
  return {
    leaves: indices,
    assemble: (values) => {
      let next = 0;
      const trees = chosen.map(({ form, count }) => {
        next += count;
        return unflatten(form, values.slice(next - count, next));
      });
      return typeof argnums === 'number' ? trees[0] : trees;
    },
  };
}

function mustBeFloat(transform: string, leaf: Leaf): void {
  const { type } = incoming(leaf);
  if (type.dtype === 'f64' || type.dtype === 'f32') return;
  throw new DTypeError(
    `${transform}: ${leaf.path}: expected f64 or f32 to differentiate by, got ${showType(type)}; ` +
      'convert it with astype, or leave it out with argnums',
  );
}
