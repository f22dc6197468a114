// The instructions of kernels: a closed set, so that a backend's table of them is total by type, and calls of elementary
// functions, which carry what they compute, so that a program bundles no more of them than it uses.

/**
 * - `add sub mul`: on f64 and f32 IEEE 754 operations, each rounded once in the dtype of the result, no fused
 *   multiply-add; on i32 modulo 2³².
 * - `div sqrt`: of f64 or f32, rounded once.
 * - `neg abs`: of f64, f32 (the sign bit alone) or i32 (modulo 2³²).
 * - `floor ceil round`: of f64 or f32, to an integral number; `round` to nearest, halves to even; zeros keep their sign.
 * - `min max`: of f64, f32 or i32; NaN if an operand is one, and −0 is below +0.
 * - `less lessEqual equal notEqual`: comparisons of two f64, f32 or i32 (or, for the last two, two bool), giving bool;
 *   false with a NaN, `notEqual` true.
 * - `and or xor not`: of bool, or bit by bit of i32.
 * - `shiftLeft shiftRight`: the bits of an i32 moved by 0 to 31 places, zeros moving in.
 * - `select`: (bool, a, b) → a where true, else b.
 * - `convert`: to the instruction's dtype. f64 rounds to f32; f64 and f32 are cut off to an i32, too large ones to the
 *   largest, NaN to 0; a truth value is 0 or 1; a number is true unless it is 0.
 */
export type Opcode =
  | 'add'
  | 'sub'
  | 'mul'
  | 'div'
  | 'sqrt'
  | 'neg'
  | 'abs'
  | 'floor'
  | 'ceil'
  | 'round'
  | 'min'
  | 'max'
  | 'less'
  | 'lessEqual'
  | 'equal'
  | 'notEqual'
  | 'and'
  | 'or'
  | 'xor'
  | 'not'
  | 'shiftLeft'
  | 'shiftRight'
  | 'select'
  | 'convert';

/**
 * An elementary function of f64 numbers; of f32 it is computed in f64 and rounded once. The file `elementary/<name>.ts`
 * of core exports `compute` under `name`, in the subset of TypeScript that tsc and asc both compile, so that a backend may
 * look up its own translation by name.
 */
export interface Elementary {
  readonly name: string;
  /** Number of operands. */
  readonly arity: 1 | 2;
  readonly compute: (x: number, y: number) => number;
}
