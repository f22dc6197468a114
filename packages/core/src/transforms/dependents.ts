// What changes with what: only through floats, and only where a primitive has a derivative.

import type { Atom, Program, Variable } from '../program/program.ts';

/** Whether numbers of this type have derivatives. */
export function isFloat({ type }: Atom): boolean {
  return type.dtype === 'f64' || type.dtype === 'f32';
}

/** Variables whose value changes with one of `of`. */
export function dependents(program: Program, of: readonly Variable[]): Set<Variable> {
  const found = new Set(of.filter(isFloat));
  for (const { primitive, inputs, outputs } of program.equations) {
    if (primitive.derivative.kind === 'none') continue;
    if (!inputs.some((input) => input.kind === 'variable' && found.has(input))) continue;
    for (const one of outputs) if (isFloat(one)) found.add(one);
  }
  return found;
}
