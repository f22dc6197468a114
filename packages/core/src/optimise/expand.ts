// Programs that stand in for one equation, put in its place.

import { isProgram, programParam } from '../program/params.ts';
import { asList } from '../program/primitive.ts';
import { type Atom, type Equation, type Program, type Variable, variable } from '../program/program.ts';

/** The program without equations of kind `inline`, at any depth. */
export function expand(program: Program): Program {
  if (!needsExpansion(program)) return program;
  const equations: Equation[] = [];
  const replaced = new Map<Variable, Atom>();
  const resolve = (atom: Atom): Atom => (atom.kind === 'variable' ? (replaced.get(atom) ?? atom) : atom);
  for (const equation of program.equations) {
    const inputs = equation.inputs.map(resolve);
    if (equation.primitive.lowering.kind === 'inline') {
      const results = place(expand(programParam(equation.params, 'body')), inputs, equations);
      equation.outputs.forEach((output, i) => {
        replaced.set(output, results[i] as Atom);
      });
      continue;
    }
    const params = Object.fromEntries(
      Object.entries(equation.params).map(([name, value]) => [name, isProgram(value) ? expand(value) : value]),
    );
    equations.push({ ...equation, inputs: asList(inputs), params });
  }
  return { inputs: program.inputs, equations, outputs: program.outputs.map(resolve) };
}

function needsExpansion({ equations }: Program): boolean {
  return equations.some(({ primitive, params }) => {
    if (primitive.lowering.kind === 'inline') return true;
    for (const name in params) {
      const value = params[name];
      if (isProgram(value) && needsExpansion(value)) return true;
    }
    return false;
  });
}

/** Adds a program's equations, with variables of their own, and returns its outputs. */
function place(program: Program, inputs: readonly Atom[], equations: Equation[]): Atom[] {
  const own = new Map<Variable, Atom>();
  program.inputs.forEach((input, i) => {
    own.set(input, inputs[i] as Atom);
  });
  const resolve = (atom: Atom): Atom => (atom.kind === 'variable' ? (own.get(atom) ?? atom) : atom);
  for (const equation of program.equations) {
    const outputs = equation.outputs.map((output) => variable(output.type, output.name));
    equations.push({ ...equation, inputs: asList(equation.inputs.map(resolve)), outputs: asList(outputs) });
    equation.outputs.forEach((output, i) => {
      own.set(output, outputs[i] as Variable);
    });
  }
  return program.outputs.map(resolve);
}
