// hasAux: a function returns [value, more], and what is more is given back beside the derivative, without one.

import { ShapeError } from '../errors.ts';
import { countLeaves, type Structure } from '../tree/tree.ts';

/** What a function returns, in two parts. */
export interface Split {
  readonly value: Structure;
  /** How many of the results belong to the value; the others are what is more. */
  readonly count: number;
  readonly aux: Structure | undefined;
}

/** The form of the value among what a function returns; with `hasAux` the first part of a tuple of two. */
export function splitAux(transform: string, structure: Structure, hasAux: boolean): Split {
  if (!hasAux) return { value: structure, count: countLeaves(structure), aux: undefined };
  const [value, aux] = structure.kind === 'tuple' && structure.parts.length === 2 ? structure.parts : [];
  if (value !== undefined && aux !== undefined) return { value, count: countLeaves(value), aux };
  throw new ShapeError(
    `${transform}: with hasAux the function must return [value, more], got ${structure.kind === 'leaf' ? 'one array' : `another ${structure.kind}`}`,
  );
}
