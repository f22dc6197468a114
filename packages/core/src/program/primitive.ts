// A primitive is a value that carries all of its rules. Transforms, optimise and lower know kinds of rules, never names:
// a new primitive is one value in one file.
//
// A primitive works on its trailing axes and maps over the leading ones: axes in its params are counted from the end,
// so the same equation with one more axis in front is the batched equation. That is all `vmap` needs.

import type { Opcode } from '../kernel/instructions.ts';
import type { ArrayType, Shape } from '../shape/shape.ts';
import type { Operand } from '../tensor/operand.ts';

/** What an equation holds beside its operands: plain data, fit for JSON. */
export type Params = Readonly<Record<string, number | string | readonly number[]>>;

/**
 * How a primitive is differentiated.
 *
 * - `elementwise`: one local derivative for each operand, as a function of the operands and the result; undefined
 *   where it is zero everywhere.
 * - `linear`: the transpose, from the upstream gradient of the result to the downstream gradient of each operand;
 *   undefined for an operand it is not linear in (a condition, say), which gets no gradient.
 * - `none`: the result does not change with the operands: a comparison.
 */
export type Derivative =
  | { readonly kind: 'elementwise'; readonly locals: readonly (Local | undefined)[] }
  | { readonly kind: 'linear'; readonly transposes: readonly (Transpose | undefined)[] }
  | { readonly kind: 'none' };

/** ∂result/∂operand, element by element, written with the operations themselves. */
export type Local = (operands: readonly Operand[], result: Operand) => Operand;

export interface Transpose {
  /** What the transpose does, for the ledger: "sum → broadcast". */
  readonly name: string;
  /** From the upstream gradient to the downstream gradient of one operand. */
  readonly apply: (upstream: Operand, operands: readonly Operand[], params: Params, operand: ArrayType) => Operand;
}

/**
 * How a primitive becomes loops.
 *
 * - `elementwise`: one kernel instruction for each element; `args` says which operands it takes.
 * - `view`: another way to read its operand: for each axis of the operand, which axis of the result runs along it.
 * - `sum`: a reduction over `params.axes`, in the specified order.
 * - `pad`: the operand placed into zeros along `params.axis`.
 */
export type Lowering =
  | { readonly kind: 'elementwise'; readonly op: Opcode; readonly args: readonly number[] }
  | { readonly kind: 'view'; readonly view: (operand: Shape, params: Params) => View }
  | { readonly kind: 'reshape' }
  | { readonly kind: 'sum' }
  | { readonly kind: 'pad' };

/** For each axis of the operand, the index along it: `scale` times the index along an axis of the result, plus `offset`. */
export type View = readonly AxisRead[];

export interface AxisRead {
  /** Axis of the result, counted from 0, or −1 where the index is `offset` alone. */
  readonly axis: number;
  readonly scale: number;
  readonly offset: number;
}

/** A dense array with its shape, as the reference executor passes it around. */
export interface Dense {
  readonly shape: Shape;
  readonly elements: readonly number[];
}

export interface Primitive {
  readonly name: string;
  /** Types of the results, one for nearly all primitives. Throws a sentence when the operands do not fit. */
  readonly types: (operands: readonly ArrayType[], params: Params) => readonly ArrayType[];
  readonly derivative: Derivative;
  readonly lowering: Lowering;
  /** The slow and obvious meaning: what every backend must equal, bit for bit. Elements are rounded to the result's dtype. */
  readonly evaluate: (
    operands: readonly Dense[],
    params: Params,
    results: readonly ArrayType[],
  ) => readonly (readonly number[])[];
  /** Set on elementwise primitives: the meaning for single numbers, before rounding to the dtype. */
  readonly scalar?: (...operands: number[]) => number;
  /** The traced comparison that an `if` cannot see: an unused result is a mistake. */
  readonly comparison?: true;
}
