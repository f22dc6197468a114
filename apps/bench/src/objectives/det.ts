// A determinant by expansion along the rows: each minor is computed once, from those one row smaller.

import type { Api, Operand } from './api.ts';

interface Level {
  /** For each set of columns: the entries of the row, and the minors without that column, in the order of the columns. */
  readonly columns: readonly (readonly number[])[];
  readonly minors: readonly (readonly number[])[];
}

/** Which entry meets which minor, for minors of the first `row + 1` rows. */
function levels(size: number): Level[] {
  const count = (set: number): number => (set === 0 ? 0 : (set & 1) + count(set >> 1));
  const sets = Array.from({ length: 2 ** size }, (_, set) => set);
  const ofSize = Array.from({ length: size + 1 }, (_, k) => sets.filter((set) => count(set) === k));
  return Array.from({ length: size }, (_, row) => {
    const before = new Map(ofSize[row]?.map((set, place) => [set, place]));
    const members = (set: number): number[] => Array.from({ length: size }, (_, j) => j).filter((j) => set & (1 << j));
    const own = ofSize[row + 1] as number[];
    return {
      columns: own.map(members),
      minors: own.map((set) => members(set).map((j) => before.get(set & ~(1 << j)) as number)),
    };
  });
}

export const det = ({ arange, mul, reshape, sub, sum, take, tensor, rem }: Api, size: number) => {
  const steps = levels(size).map(({ columns, minors }, row) => ({
    columns: tensor(columns, { dtype: 'i32' }),
    minors: tensor(minors, { dtype: 'i32' }),
    // The last column of the last row counts plus.
    signs: sub(1, mul(2, rem(sub(row, arange(row + 1)), 2))),
  }));
  return (matrix: Operand): Operand => {
    const rows = [...reshape(matrix, [size, size])];
    let minors: Operand = [1];
    steps.forEach(({ columns, minors: smaller, signs }, row) => {
      const entries = take(rows[row] as Operand, columns);
      minors = sum(mul(mul(signs, entries), take(minors, smaller)), { axis: 1 });
    });
    return sum(minors);
  };
};
