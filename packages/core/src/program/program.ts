// A program is a traced function as readonly data, in SSA form:
//
//   program  ::= inputs: variable…   equations: equation…   outputs: atom…
//   equation ::= variable… = primitive[params] atom…
//   atom     ::= variable | literal
//
// A variable is written once, by the inputs or by one equation, before it is read. A literal is a number that stands
// for an array of any shape, so that `mul(x, 2)` needs no array of twos.

import { type DType, dtypes } from '../shape/dtype.ts';
import type { ArrayType } from '../shape/shape.ts';
import type { List, Params, Primitive } from './primitive.ts';

export interface Variable {
  readonly kind: 'variable';
  readonly type: ArrayType;
  /** The lecture's word for it, or the user's own name for an input. */
  name?: string;
  /** The variable that this one is the gradient of; where neither has a name, it is printed as ∂v3. */
  gradientOf?: Variable;
}

export interface Literal {
  readonly kind: 'literal';
  readonly value: number;
  /** Always a scalar; weak until it meets an array. */
  readonly type: ArrayType;
}

export type Atom = Variable | Literal;

export interface Equation {
  readonly primitive: Primitive;
  readonly params: Params;
  readonly inputs: List<Atom>;
  readonly outputs: List<Variable>;
}

export interface Program {
  readonly inputs: readonly Variable[];
  readonly equations: readonly Equation[];
  readonly outputs: readonly Atom[];
}

export function variable(type: ArrayType, name?: string): Variable {
  return name === undefined ? { kind: 'variable', type } : { kind: 'variable', type, name };
}

/** The type of a plain number. */
export const plainNumber: ArrayType = { shape: [], dtype: 'f64', weak: true };

/** A literal: weak (it takes the dtype of what it meets) unless it is given a dtype. */
export function literal(value: number | boolean, dtype?: DType): Literal {
  if (typeof value === 'number' && dtype === undefined) return { kind: 'literal', value, type: plainNumber };
  const own = typeof value === 'boolean' ? 'bool' : 'f64';
  return {
    kind: 'literal',
    value: dtypes[dtype ?? own].round(Number(value)),
    type: { shape: [], dtype: dtype ?? own, weak: dtype === undefined },
  };
}
