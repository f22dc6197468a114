// The reference executor: one equation after the other, each as its primitive defines it. Slow, obvious, the oracle.

import { BackendError } from '../errors.ts';
import { asList, type Dense } from '../program/primitive.ts';
import type { Atom, Program, Variable } from '../program/program.ts';

/** Runs a program on dense inputs. */
export function runReference(program: Program, inputs: readonly Dense[]): Dense[] {
  const values = new Map<Variable, Dense>();
  const lookUp = (atom: Atom): Dense => {
    if (atom.kind === 'literal') return { shape: [], elements: [atom.value] };
    const value = values.get(atom);
    if (value === undefined) throw new BackendError('the reference executor met a variable without a value');
    return value;
  };
  program.inputs.forEach((input, i) => {
    const value = inputs[i];
    if (value === undefined)
      throw new BackendError(`the program takes ${program.inputs.length} inputs, got ${inputs.length}`);
    values.set(input, value);
  });
  for (const { primitive, params, inputs: operands, outputs } of program.equations) {
    const types = outputs.map((output) => output.type);
    const results = primitive.evaluate(asList(operands.map(lookUp)), params, asList(types));
    outputs.forEach((output, i) => {
      values.set(output, { shape: output.type.shape, elements: results[i] as number[] });
    });
  }
  return program.outputs.map(lookUp);
}
