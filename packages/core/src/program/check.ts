// The grammar of programs, checked: what every pass must keep true.

import { ChainruleError } from '../errors.ts';
import { sameShape, showType } from '../shape/shape.ts';
import { isProgram } from './params.ts';
import { asList } from './primitive.ts';
import type { Atom, Program, Variable } from './program.ts';

/** Throws unless each variable is written once and before it is read, and each equation has the type its primitive gives it. */
export function checkProgram(program: Program): void {
  const written = new Set<Variable>();
  const write = (one: Variable, where: string): void => {
    if (written.has(one)) throw new ChainruleError(`invalid program: ${where} writes a variable for the second time`);
    written.add(one);
  };
  const read = (atom: Atom, where: string): void => {
    if (atom.kind === 'variable' && !written.has(atom)) {
      throw new ChainruleError(`invalid program: ${where} reads a variable that nothing before it writes`);
    }
    if (atom.kind === 'literal' && atom.type.shape.length !== 0) {
      throw new ChainruleError(`invalid program: ${where} holds a literal that is no scalar`);
    }
  };
  program.inputs.forEach((input, i) => {
    write(input, `input ${i}`);
  });
  program.equations.forEach(({ primitive, params, inputs, outputs }, i) => {
    const where = `equation ${i} (${primitive.name})`;
    for (const input of inputs) read(input, where);
    for (const param of Object.values(params)) if (isProgram(param)) checkProgram(param);
    const types = primitive.types(asList(inputs.map((input) => input.type)), params);
    for (const [j, output] of outputs.entries()) {
      const expected = types[j];
      if (expected === undefined) throw new ChainruleError(`invalid program: ${where} has no result ${j}`);
      if (output.type.dtype !== expected.dtype || !sameShape(output.type.shape, expected.shape)) {
        throw new ChainruleError(
          `invalid program: ${where} gives ${showType(expected)}, but its variable is ${showType(output.type)}`,
        );
      }
      write(output, where);
    }
  });
  program.outputs.forEach((output, i) => {
    read(output, `output ${i}`);
  });
}
