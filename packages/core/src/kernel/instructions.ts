// The instructions of kernels: a closed set, so that a backend's table of them is total by type.

/**
 * - `add sub mul div neg sqrt`: IEEE 754 operations, each rounded once in the dtype of the result; no fused multiply-add.
 * - `exp log pow`: our elementary functions, computed in f64 and, for f32, rounded once.
 * - `less lessEqual equal notEqual`: comparisons of two f64 or two f32 (or, for the last two, two bool), giving bool;
 *   false with a NaN, `notEqual` true.
 * - `select`: (bool, a, b) → a where true, else b.
 * - `convert`: to the instruction's dtype: rounds to f32, widens to f64, bool to 0 or 1, a number to whether it is not 0.
 */
export type Opcode =
  | 'add'
  | 'sub'
  | 'mul'
  | 'div'
  | 'neg'
  | 'sqrt'
  | 'exp'
  | 'log'
  | 'pow'
  | 'less'
  | 'lessEqual'
  | 'equal'
  | 'notEqual'
  | 'select'
  | 'convert';
