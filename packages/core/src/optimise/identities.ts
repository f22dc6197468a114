// Identities that are exact in IEEE arithmetic, for every operand, NaN and −0 included. Not here, because they are not:
// x + 0 (−0 + 0 is 0), 0 · x (NaN, ∞, −0), x − x, x / x.

import type { Elementary, Opcode } from '../kernel/instructions.ts';
import { asList } from '../program/primitive.ts';
import type { Atom, Equation, Variable } from '../program/program.ts';

type Identity = (inputs: readonly Atom[], definition: (one: Variable) => Equation | undefined) => Atom | undefined;

function is(atom: Atom | undefined, value: number): boolean {
  return atom?.kind === 'literal' && Object.is(atom.value, value);
}

/** By kernel instruction: the atom that the result equals, if there is one. */
const identities: { readonly [O in Opcode]?: Identity } = {
  mul: ([x, y]) => (is(y, 1) ? x : is(x, 1) ? y : undefined),
  div: ([x, y]) => (is(y, 1) ? x : undefined),
  sub: ([x, y]) => (is(y, 0) ? x : undefined),
  neg: ([x], definition) => {
    const inner = x?.kind === 'variable' ? definition(x) : undefined;
    return inner !== undefined && opcodeOf(inner) === 'neg' ? inner.inputs[0] : undefined;
  },
};

function opcodeOf({ primitive }: Equation): Opcode | Elementary | undefined {
  return primitive.lowering.kind === 'elementwise' ? primitive.lowering.op : undefined;
}

/** (c · x) · −1 as (−c) · x, so that a minus sign costs nothing: exact, since rounding is symmetric. */
export function foldSign(equation: Equation, definition: (one: Variable) => Equation | undefined): Equation {
  if (opcodeOf(equation) !== 'mul') return equation;
  const x = equation.inputs[0];
  const y = equation.inputs[1];
  const product = is(y, -1) ? x : is(x, -1) ? y : undefined;
  const inner = product?.kind === 'variable' ? definition(product) : undefined;
  if (inner === undefined || inner.primitive !== equation.primitive) return equation;
  const negate = (atom: Atom): Atom => (atom.kind === 'literal' ? { ...atom, value: -atom.value } : atom);
  return inner.inputs.some((input) => input.kind === 'literal')
    ? { ...equation, inputs: asList(inner.inputs.map(negate)) }
    : equation;
}

/** The atom that an equation's result equals bit for bit, if an identity tells. */
export function identityOf(equation: Equation, definition: (one: Variable) => Equation | undefined): Atom | undefined {
  const op = opcodeOf(equation);
  const output = equation.outputs[0];
  if (op === undefined || output === undefined) return undefined;
  if (op === 'convert') {
    const x = equation.inputs[0];
    return x?.kind === 'variable' && x.type.dtype === output.type.dtype ? x : undefined;
  }
  const lowering = equation.primitive.lowering;
  const args = lowering.kind === 'elementwise' ? lowering.args : [];
  if (typeof op !== 'string') return undefined;
  const identity = identities[op];
  if (identity === undefined) return undefined;
  const same = identity(
    args.map((arg) => equation.inputs[arg] as Atom),
    definition,
  );
  // A literal has no shape of its own, so it cannot stand in for an array.
  return same !== undefined && same.type.shape.length === output.type.shape.length ? same : undefined;
}
