// program → program with the same bits and less work: fold what is known, drop identities, share what is computed
// twice, prune what nothing reads.

import { paramKey } from '../program/key.ts';
import { isProgram } from '../program/params.ts';
import { asList, type Params } from '../program/primitive.ts';
import { showNumber } from '../program/print.ts';
import { type Atom, type Equation, type Literal, literal, type Program, type Variable } from '../program/program.ts';
import { expand } from './expand.ts';
import { foldSign, identityOf } from './identities.ts';

/** The optimised program. Names stay with the variables that remain. */
export function optimise(program: Program): Program {
  return prune(simplify(expand(program)));
}

/** The settings of an equation, with the programs among them optimised. */
function optimisedParams(params: Params): Params {
  let structural = false;
  for (const name in params) structural ||= isProgram(params[name]);
  if (!structural) return params;
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, isProgram(value) ? optimise(value) : value]),
  );
}

/** Folds literals, drops identities, and shares equal equations, in one pass forward. */
function simplify(program: Program): Program {
  const replaced = new Map<Variable, Atom>();
  const definitions = new Map<Variable, Equation>();
  const known = new Map<string, Equation>();
  const numbers = new Map<Variable, number>();
  const define = (one: Variable): Equation | undefined => definitions.get(one);
  const resolve = (atom: Atom): Atom => (atom.kind === 'variable' ? (replaced.get(atom) ?? atom) : atom);
  const label = (atom: Atom): string => {
    if (atom.kind === 'literal') return `${showNumber(atom.value)}:${atom.type.dtype}`;
    let number = numbers.get(atom);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(atom, number);
    }
    return `%${number}`;
  };
  const equations: Equation[] = [];
  // Arrays that hold one number everywhere: beside an array of their shape, the number itself will do.
  const uniform = new Map<Variable, Literal>();
  for (const original of program.equations) {
    const inputs = unwrapUniform(original, original.inputs.map(resolve), uniform);
    const params = optimisedParams(original.params);
    const same = params === original.params && inputs.every((input, i) => input === original.inputs[i]);
    const resolved = same ? original : { ...original, params, inputs: asList(inputs) };
    const equation = foldSign(resolved, define);
    const output = equation.outputs[0];
    const single = equation.outputs.length === 1 ? output : undefined;
    const equal = single && (fold(equation) ?? identityOf(equation, define));
    if (single !== undefined && equal !== undefined) {
      if (equal.kind === 'variable' && !program.inputs.includes(equal)) equal.name ??= single.name;
      replaced.set(single, equal);
      continue;
    }
    const [only] = equation.inputs;
    if (single !== undefined && only?.kind === 'literal' && original.primitive.lowering.kind === 'view') {
      uniform.set(single, only);
    }
    const key = `${equation.primitive.name} ${settingsOf(equation)}(${equation.inputs.map(label).join()})${output?.type.dtype}`;
    const twin = known.get(key);
    if (twin !== undefined) {
      equation.outputs.forEach((one, i) => {
        const shared = twin.outputs[i];
        if (shared === undefined) return;
        shared.name ??= one.name;
        replaced.set(one, shared);
      });
      continue;
    }
    known.set(key, equation);
    for (const one of equation.outputs) definitions.set(one, equation);
    equations.push(equation);
  }
  return { inputs: program.inputs, equations, outputs: program.outputs.map(resolve) };
}

function settingsOf({ params }: Equation): string {
  let settings = '';
  for (const name in params) settings += `${name}=${paramKey(params[name])} `;
  return settings;
}

/** An elementwise equation's operands, with literals in place of uniform arrays as long as one array still gives the shape. */
function unwrapUniform(
  { primitive }: Equation,
  inputs: readonly Atom[],
  uniform: ReadonlyMap<Variable, Literal>,
): readonly Atom[] {
  if (primitive.lowering.kind !== 'elementwise') return inputs;
  const number = (input: Atom): Literal | undefined => (input.kind === 'variable' ? uniform.get(input) : undefined);
  const shaped = inputs.some((input) => input.type.shape.length > 0 && number(input) === undefined);
  return shaped ? inputs.map((input) => number(input) ?? input) : inputs;
}

/** The literal that an equation on literals alone gives. */
function fold({ primitive, params, inputs, outputs }: Equation): Atom | undefined {
  const [output] = outputs;
  if (output.type.shape.length !== 0 || primitive.lowering.kind !== 'elementwise') return undefined;
  const literals = inputs.filter((input) => input.kind === 'literal');
  if (literals.length !== inputs.length) return undefined;
  const operands = literals.map((input) => ({ shape: [], elements: [input.value] }));
  const value = primitive.evaluate(asList(operands), params, asList([output.type]))[0]?.[0];
  if (value === undefined) return undefined;
  return { ...literal(value, output.type.dtype), type: output.type };
}

/** Drops equations whose results nothing reads, in one pass backward. */
function prune(program: Program): Program {
  const read = new Set<Atom>(program.outputs);
  const kept: Equation[] = [];
  for (let e = program.equations.length - 1; e >= 0; e--) {
    const equation = program.equations[e] as Equation;
    if (!equation.outputs.some((output) => read.has(output))) continue;
    for (const input of equation.inputs) read.add(input);
    kept.push(equation);
  }
  return { ...program, equations: kept.reverse() };
}
