// Long programs of single numbers, equation by equation. What runs once is not worth optimising and lowering: that takes
// longer than the numbers do.

import type { Input, Output } from '../kernel/backend.ts';
import type { Placement } from '../kernel/plan.ts';
import { asList, type Dense } from '../program/primitive.ts';
import type { Atom, Equation, Program, Variable } from '../program/program.ts';
import { dtypes } from '../shape/dtype.ts';

const isNumber = ({ type }: Atom): boolean => type.shape.length === 0;

/** Whether the program computes single numbers from single numbers, each from at most three others. */
function isOfNumbers({ inputs, equations, outputs }: Program): boolean {
  return (
    inputs.every(isNumber) &&
    outputs.every(isNumber) &&
    equations.every((equation) => equation.primitive.lowering.kind === 'elementwise' && isNumber(equation.outputs[0]))
  );
}

/** Runs a program as its primitives define it; undefined where it is not one of single numbers that are given as such. */
export function runOnNumbers(
  program: Program,
  inputs: readonly Input[],
  placements: readonly Placement[],
): Output[] | undefined {
  if (!placements.every((placement) => placement === 'number') || !isOfNumbers(program)) return undefined;
  const values = new Map<Variable, number>();
  for (let i = 0; i < inputs.length; i++) {
    const input = inputs[i];
    const one = program.inputs[i] as Variable;
    if (typeof input !== 'number') return undefined;
    values.set(one, dtypes[one.type.dtype].round(input));
  }
  const valueOf = (atom: Atom): number => (atom.kind === 'literal' ? atom.value : (values.get(atom) as number));
  for (let e = 0; e < program.equations.length; e++) {
    const equation = program.equations[e] as Equation;
    values.set(equation.outputs[0], computed(equation, valueOf));
  }
  return program.outputs.map(valueOf);
}

function computed({ primitive, params, inputs, outputs }: Equation, valueOf: (atom: Atom) => number): number {
  const { scalar } = primitive;
  const { type } = outputs[0];
  if (scalar !== undefined && type.dtype === 'f64') {
    const x = valueOf(inputs[0]);
    if (inputs.length === 1) return scalar(x);
    const y = valueOf(inputs[1] as Atom);
    return inputs.length === 2 ? scalar(x, y) : scalar(x, y, valueOf(inputs[2] as Atom));
  }
  const operands = inputs.map((input): Dense => ({ shape: [], elements: [valueOf(input)] }));
  return primitive.evaluate(asList(operands), params, asList([type]))[0]?.[0] as number;
}
