// Programs as text that fits on a slide.

import { showType } from '../shape/shape.ts';
import { isProgram } from './params.ts';
import type { Atom, Equation, Program, Variable } from './program.ts';

/**
 * Names for the variables of a program: their own where they have one and it is free, ∂v3 for the gradient of v3, else v1,
 * v2, …
 */
export function nameVariables(program: Program): Map<Variable, string> {
  const names = new Map<Variable, string>();
  const taken = new Set<string>();
  const all = [...program.inputs, ...program.equations.flatMap((equation) => equation.outputs)];
  for (const { name } of all) if (name !== undefined) taken.add(name);
  const used = new Set<string>();
  let next = 1;
  for (const one of all) {
    let name = one.name;
    if (name !== undefined && used.has(name)) {
      let again = 2;
      while (taken.has(`${name}${again}`)) again++;
      name = `${name}${again}`;
      taken.add(name);
    }
    const whole = one.gradientOf && names.get(one.gradientOf);
    if (name === undefined && whole !== undefined && !taken.has(`∂${whole}`)) {
      name = `∂${whole}`;
      taken.add(name);
    }
    while (name === undefined) {
      const candidate = `v${next++}`;
      if (!taken.has(candidate)) name = candidate;
    }
    used.add(name);
    names.set(one, name);
  }
  return names;
}

/** `2`, `-0`, `1e-7`: a number that reads back as itself. */
export function showNumber(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

export function showAtom(atom: Atom, names: ReadonlyMap<Variable, string>): string {
  return atom.kind === 'literal' ? showNumber(atom.value) : (names.get(atom) ?? '?');
}

function showEquation(
  { primitive, params, inputs, outputs }: Equation,
  names: ReadonlyMap<Variable, string>,
  indent: string,
): string {
  const results = outputs.map((output) => `${showAtom(output, names)}: ${showType(output.type)}`).join(', ');
  const operands = inputs.map((input) => showAtom(input, names));
  const settings: string[] = [];
  const bodies: string[] = [];
  for (const [key, value] of Object.entries(params)) {
    if (isProgram(value)) bodies.push(`\n${indent}  ${key} ${showIndented(value, `${indent}  `)}`);
    else settings.push(`${key} ${typeof value === 'object' ? `[${value.join(', ')}]` : value}`);
  }
  return `${results} = ${primitive.name}(${[...operands, ...settings].join(', ')})${bodies.join('')}`;
}

/**
 * One line for each equation:
 *
 *     (a: f64, x: f64[3]) →
 *       v1: f64[3] = broadcast(a, axes [-1], sizes [3])
 *       v2: f64[3] = mul(v1, x)
 *     → v2
 */
export function showProgram(program: Program): string {
  return showIndented(program, '');
}

function showIndented(program: Program, indent: string): string {
  const names = nameVariables(program);
  const inputs = program.inputs.map((input) => `${showAtom(input, names)}: ${showType(input.type)}`).join(', ');
  const lines = program.equations.map((equation) => `${indent}  ${showEquation(equation, names, `${indent}  `)}`);
  const outputs = program.outputs.map((output) => showAtom(output, names)).join(', ');
  return [`(${inputs}) →`, ...lines, `${indent}→ ${outputs}`].join('\n');
}
