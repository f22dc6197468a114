// A primitive is a value that carries all of its rules. Transforms, optimise and lower know kinds of rules, never names:
// a new primitive is one value in one file.
//
// A primitive works on its trailing axes and maps over the leading ones: axes in its params are counted from the end,
// so the same equation with one more axis in front is the batched equation. That is all `vmap` needs.

import type { Elementary, Opcode } from '../kernel/instructions.ts';
import type { ReductionOp } from '../kernel/kernel.ts';
import type { Routine } from '../kernel/routine.ts';
import type { DType } from '../shape/dtype.ts';
import type { ArrayType, Shape } from '../shape/shape.ts';
import type { Operand } from '../tensor/operand.ts';
import type { Later } from './later.ts';
import type { Program } from './program.ts';

/** As many as the primitive takes: a rule may take those for granted. */
export type List<T> = readonly [T, T, T, ...T[]];

export type Param = number | string | readonly number[] | Program;

/** What an equation holds beside its operands: plain data, and for a structural primitive the programs it runs. */
export type Params = Readonly<Record<string, Param>>;

/**
 * How a primitive is differentiated.
 *
 * - `elementwise`: one local derivative for each operand, as a function of the operands and the result; undefined
 *   where it is zero everywhere.
 * - `reduction`: one number from many along `params.axes`. Its local derivative is an array of the operand's shape, as a
 *   function of the operand and of the result repeated along those axes.
 * - `linear`: linear in all operands together that have a transpose: from the upstream gradient of the result to the
 *   downstream gradient of the operand. Undefined for an operand it is not linear in (a condition, say), which gets no
 *   gradient. Its coefficients are 0 and 1: it moves, repeats and adds numbers.
 * - `bilinear`: linear in each of the operands while the others stay; their transposes.
 * - `structural`: it runs programs of its own, and knows how to differentiate them.
 * - `none`: the result does not change with the operands: a comparison.
 */
export type Derivative =
  | { readonly kind: 'elementwise'; readonly locals: readonly (Local | undefined)[] }
  | { readonly kind: 'reduction'; readonly local: (operand: Operand, result: Operand, params: Params) => Operand }
  | { readonly kind: 'linear'; readonly transposes: Transposes }
  | { readonly kind: 'bilinear'; readonly transposes: Transposes }
  | ({ readonly kind: 'structural' } & Structural)
  | { readonly kind: 'none' };

/** ∂result/∂operand, element by element, written with the operations themselves. */
export type Local = (operands: List<Operand>, result: Operand) => Operand;

export interface Transpose {
  /** What the transpose does, for the ledger: "broadcast over the summed axes". */
  readonly name: string;
  /** From the upstream gradient to the downstream gradient of one operand. */
  readonly apply: (upstream: Operand, operands: List<Operand>, params: Params, operand: ArrayType) => Operand;
  /**
   * For a bilinear primitive: how many elements of the result an element of the operand has a part in, of those that are 1
   * in `truth` and not 0.
   */
  readonly reach?: (truth: Operand, operand: ArrayType) => Operand;
}

/** The transpose for each operand by its position; undefined where the result is not linear in it. */
export type Transposes = readonly (Transpose | undefined)[] | ((position: number) => Transpose);

/** The transpose for the operand at a position. */
export function transposeAt(transposes: Transposes, position: number): Transpose | undefined {
  return typeof transposes === 'function' ? transposes(position) : transposes[position];
}

/** A derivative that is not there is zero. */
export type MaybeZero = Operand | undefined;

/**
 * A gradient on its way back. `chosen` tells where a `where` further on has chosen the value that it belongs to: elsewhere
 * the gradient is 0, and local derivatives there count as 0, even if they are ∞ or NaN.
 */
export interface Returning {
  readonly value: Operand;
  /** Truth values in the shape of the value; undefined where it was chosen everywhere. Recorded only if asked for. */
  readonly chosen: Later<Operand> | undefined;
}

/** The rules of a primitive that runs programs. All values are traced. */
export interface Structural {
  /** What its reverse pass is called in the ledger. */
  readonly transposeName: string;
  /** Results and their tangents, from operands and their tangents. */
  readonly forward: (
    operands: readonly Operand[],
    tangents: readonly MaybeZero[],
    params: Params,
  ) => { readonly results: readonly Operand[]; readonly tangents: readonly MaybeZero[] };
  /** Downstream gradients of the operands that are wanted, from the upstream gradients of the results. */
  readonly reverse: (
    operands: readonly Operand[],
    results: readonly Operand[],
    upstreams: readonly (Returning | undefined)[],
    wanted: readonly boolean[],
    params: Params,
  ) => readonly (Returning | undefined)[];
}

/**
 * Maps an equation over one more axis in front, where not all operands have it. `batched` says which do; what comes back
 * says the same of the results. Without this rule the other operands are repeated.
 */
export type Batch = (
  operands: readonly Operand[],
  batched: readonly boolean[],
  size: number,
  params: Params,
) => { readonly results: readonly Operand[]; readonly batched: readonly boolean[] };

/**
 * How a primitive becomes loops.
 *
 * - `elementwise`: one kernel instruction for each element; `args` says which operands it takes.
 * - `view`: another way to read its operand: for each axis of the operand, which axis of the result runs along it.
 * - `reshape`: the same elements in the same order.
 * - `reduce`: over `params.axes`; a sum in the specified order.
 * - `parts`: each operand put into its place in the result; `fill` says that zeros fill the rest.
 * - `routine`: a routine of the backends.
 * - `loop`: its program `params.body` again and again; see the primitive `scan`.
 * - `inline`: its program `params.body` in its place.
 */
export type Lowering =
  | { readonly kind: 'elementwise'; readonly op: Opcode | Elementary; readonly args: readonly number[] }
  | { readonly kind: 'view'; readonly view: (operand: Shape, params: Params) => View }
  | { readonly kind: 'reshape' }
  | { readonly kind: 'reduce'; readonly op: ReductionOp }
  | {
      readonly kind: 'parts';
      readonly fill: boolean;
      readonly parts: (operands: List<Shape>, params: Params) => readonly (readonly Spacing[])[];
    }
  | {
      readonly kind: 'routine';
      readonly routine: Routine;
      readonly layout: (operands: List<ArrayType>, result: ArrayType, params: Params) => RoutineLayout;
    }
  | { readonly kind: 'loop' }
  | { readonly kind: 'inline' };

/** Where element i of an operand lies along an axis of the result: `scale` · i + `offset`. */
export interface Spacing {
  readonly scale: number;
  readonly offset: number;
}

/** How a routine reads arrays: its sizes, and for each operand and the result, in order, which axes its letters are. */
export interface RoutineLayout {
  readonly dtype: DType;
  readonly sizes: readonly number[];
  /**
   * For each operand, and then for the result: for each outer axis and each letter of its own, the axes of the array that
   * it runs along, as if they were one (they are merged in row-major order; none for a letter of size 1).
   */
  readonly axes: readonly (readonly (readonly number[])[])[];
}

/** For each axis of the operand, the index along it: `scale` times the index along an axis of the result, plus `offset`. */
export type View = readonly AxisRead[];

export interface AxisRead {
  /** Axis of the result, counted from 0, or −1 where the index is `offset` alone. */
  readonly axis: number;
  readonly scale: number;
  readonly offset: number;
}

/**
 * What operands are converted to before a primitive sees them: `float` f64 or f32, `number` also i32, `whole` i32, `truth`
 * bool, `any` is left as it is, but for operands of different dtypes, which meet in one.
 */
export type Domain = 'float' | 'number' | 'whole' | 'truth' | 'any';

/** A dense array with its shape, as the reference executor passes it around. */
export interface Dense {
  readonly shape: Shape;
  readonly elements: readonly number[];
}

export interface Primitive {
  readonly name: string;
  /** Types of the results, one for nearly all primitives. Throws a sentence when the operands do not fit. */
  readonly types: (operands: List<ArrayType>, params: Params) => readonly ArrayType[];
  readonly derivative: Derivative;
  readonly lowering: Lowering;
  readonly batch?: Batch;
  readonly domain?: Domain;
  /** The slow and obvious meaning: what every backend must equal, bit for bit. Elements are rounded to the result's dtype. */
  readonly evaluate: (
    operands: List<Dense>,
    params: Params,
    results: List<ArrayType>,
  ) => readonly (readonly number[])[];
  /** Set on elementwise primitives: the meaning for single numbers of their domain, before rounding to the dtype. */
  readonly scalar?: (...operands: number[]) => number;
  /** The traced comparison that an `if` cannot see: an unused result is a mistake. */
  readonly comparison?: true;
}

/** A list as the rules take it. */
export function asList<T>(list: readonly T[]): List<T> {
  return list as unknown as List<T>;
}
