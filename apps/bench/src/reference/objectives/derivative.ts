// What the objectives' right answers have in common.

import type { List } from '../../workload.ts';

/** A value, and its derivatives by each array of parameters. */
export interface Derivative {
  readonly value: number;
  readonly gradient: readonly List[];
}

/** Row `i` of a matrix in row-major order. */
export function row<T>(matrix: readonly T[], i: number, width: number): readonly T[] {
  return matrix.slice(i * width, (i + 1) * width);
}
