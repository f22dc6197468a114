// What changes with what: only through floats, and only where a primitive has a derivative.

import type { Atom, Equation, Program, Variable } from '../program/program.ts';

/** Whether numbers of this type have derivatives. */
export function isFloat({ type }: Atom): boolean {
  return type.dtype === 'f64' || type.dtype === 'f32';
}

/** Variables whose value changes with one of `of`. */
export function dependents(program: Program, of: readonly Variable[]): Set<Variable> {
  const found = new Set(of.filter(isFloat));
  for (let e = 0; e < program.equations.length; e++) {
    const { primitive, inputs, outputs } = program.equations[e] as Equation;
    if (primitive.derivative.kind === 'none') continue;
    if (!inputs.some((input) => input.kind === 'variable' && found.has(input))) continue;
    for (let i = 0; i < outputs.length; i++) if (isFloat(outputs[i] as Variable)) found.add(outputs[i] as Variable);
  }
  return found;
}
