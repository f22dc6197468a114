// program → program with the same bits and less work: fold what is known, drop identities, share what is computed
// twice, prune what nothing reads.

import { isProgram } from '../program/params.ts';
import { asList, type Dense, type List, type Params } from '../program/primitive.ts';
import { type Atom, type Equation, type Literal, literal, type Program, type Variable } from '../program/program.ts';
import { expand } from './expand.ts';
import { foldSign, identityOf } from './identities.ts';
import { Twins } from './twins.ts';

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
  const twins = new Twins();
  const define = (one: Variable): Equation | undefined => definitions.get(one);
  const resolve = (atom: Atom): Atom => (atom.kind === 'variable' ? (replaced.get(atom) ?? atom) : atom);
  const equations: Equation[] = [];
  // Arrays that hold one number everywhere: beside an array of their shape, the number itself will do.
  const uniform = new Map<Variable, Literal>();
  for (let e = 0; e < program.equations.length; e++) {
    const original = program.equations[e] as Equation;
    const inputs = unwrapUniform(original, changed(original.inputs, resolve), uniform);
    const params = optimisedParams(original.params);
    const same = params === original.params && inputs === original.inputs;
    const equation = foldSign(same ? original : { ...original, params, inputs }, define);
    const { outputs } = equation;
    const single = outputs.length === 1 ? outputs[0] : undefined;
    const equal = single && (fold(equation) ?? identityOf(equation, define));
    if (single !== undefined && equal !== undefined) {
      if (equal.kind === 'variable' && !program.inputs.includes(equal)) equal.name ??= single.name;
      replaced.set(single, equal);
      continue;
    }
    const only = equation.inputs[0];
    if (single !== undefined && only?.kind === 'literal' && original.primitive.lowering.kind === 'view') {
      uniform.set(single, only);
    }
    const twin = twins.earlier(equation);
    if (twin !== undefined) {
      outputs.forEach((one, i) => {
        const shared = twin.outputs[i];
        if (shared === undefined) return;
        shared.name ??= one.name;
        replaced.set(one, shared);
      });
      continue;
    }
    for (let i = 0; i < outputs.length; i++) definitions.set(outputs[i] as Variable, equation);
    equations.push(equation);
  }
  return { inputs: program.inputs, equations, outputs: program.outputs.map(resolve) };
}

/** The list with each atom replaced; the list itself where all stay. */
function changed(atoms: List<Atom>, replace: (atom: Atom) => Atom): List<Atom> {
  let own: Atom[] | undefined;
  for (let i = 0; i < atoms.length; i++) {
    const atom = atoms[i] as Atom;
    const other = replace(atom);
    if (other === atom) continue;
    own ??= [...atoms];
    own[i] = other;
  }
  return own === undefined ? atoms : asList(own);
}

/** An elementwise equation's operands, with literals in place of uniform arrays as long as one array still gives the shape. */
function unwrapUniform(
  { primitive }: Equation,
  inputs: List<Atom>,
  uniform: ReadonlyMap<Variable, Literal>,
): List<Atom> {
  if (uniform.size === 0 || primitive.lowering.kind !== 'elementwise') return inputs;
  let shaped = false;
  let found = false;
  for (let i = 0; i < inputs.length; i++) {
    const input = inputs[i] as Atom;
    if (input.kind === 'variable' && uniform.has(input)) found = true;
    else if (input.type.shape.length > 0) shaped = true;
  }
  if (!found || !shaped) return inputs;
  return changed(inputs, (input) => (input.kind === 'variable' ? (uniform.get(input) ?? input) : input));
}

/** The literal that an equation on literals alone gives. */
function fold({ primitive, params, inputs, outputs }: Equation): Atom | undefined {
  const output = outputs[0];
  if (output.type.shape.length !== 0 || primitive.lowering.kind !== 'elementwise') return undefined;
  const operands: Dense[] = [];
  for (let i = 0; i < inputs.length; i++) {
    const input = inputs[i] as Atom;
    if (input.kind !== 'literal') return undefined;
    operands.push({ shape: [], elements: [input.value] });
  }
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
    for (let i = 0; i < equation.inputs.length; i++) read.add(equation.inputs[i] as Atom);
    kept.push(equation);
  }
  return { ...program, equations: kept.reverse() };
}
