// Routines: loops that are no fused elementwise work, one fixed algorithm each. Operands are read by strides, so that
// transposed, repeated or flipped arrays need no copy; a result never overlaps an operand.

import type { DType } from '../shape/dtype.ts';
import type { Binding } from './kernel.ts';

/**
 * Each runs once for every point of the outer axes. `sizes` lists the outer axes and then those named here; a binding's
 * strides follow the outer axes and then the letters behind its name.
 *
 * - `matmul` M N K: a(m, k), b(k, n) → c(m, n) = Σₖ a·b, f64 or f32. Each element is summed over k in order, beginning
 *   with the first product; each operation rounded once, no fused multiply-add; the sum of nothing is +0.
 * - `gather` I N R: x(n, r), indices(i) of i32 → y(i, r) = x(indices(i), r). A negative index counts from the end. One
 *   outside of −N … N − 1 gives NaN in a float, else 0.
 * - `scatterAdd` I N R: x(n, r), indices(i) of i32, updates(i, r) → y(n, r): x, and then, in the order of i, each update
 *   added to its place; those with an index outside of −N … N − 1 are dropped. f64, f32 or i32.
 * - `cumsum` N: x(n) → y(n), running sums in order, beginning with the first number. f64, f32 or i32.
 * - `argsort` N: x(n) → y(n) of i32: the indices that put the numbers in ascending order, equal ones as they came, NaN
 *   last; −0 equals 0. Any dtype.
 * - `iota` N: → y(n) = n. f64, f32 or i32.
 */
export type Routine = 'matmul' | 'gather' | 'scatterAdd' | 'cumsum' | 'argsort' | 'iota';

/** How many sizes each routine has of its own. */
export const ownSizes: { readonly [R in Routine]: number } = {
  matmul: 3,
  gather: 3,
  scatterAdd: 3,
  cumsum: 1,
  argsort: 1,
  iota: 1,
};

/** One execution of a routine within a plan. */
export interface RoutineCall {
  readonly step: 'routine';
  readonly routine: Routine;
  /** Dtype of the numbers: of all bindings but indices, and but the result of `argsort`. */
  readonly dtype: DType;
  /** Sizes of the outer axes, then the routine's own. Any of them may be 0. */
  readonly sizes: readonly number[];
  /** In the order given above. */
  readonly operands: readonly Binding[];
  readonly result: Binding;
}
