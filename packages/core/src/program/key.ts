// A program as a string: equal keys, equal programs. Names of variables are not part of it.

import { showType } from '../shape/shape.ts';
import { isProgram } from './params.ts';
import type { Param } from './primitive.ts';
import { showNumber } from './print.ts';
import type { Atom, Program, Variable } from './program.ts';

/** Two programs with the same key do the same operations on inputs of the same types, literals included. */
export function programKey(program: Program): string {
  const numbers = new Map<Variable, number>();
  const show = (atom: Atom): string =>
    atom.kind === 'variable' ? `%${numbers.get(atom)}` : `${showNumber(atom.value)}:${atom.type.dtype}`;
  const define = (one: Variable): string => {
    numbers.set(one, numbers.size);
    return one.type.weak ? `${showType(one.type)}~` : showType(one.type);
  };
  let key = program.inputs.map(define).join(',');
  for (const { primitive, params, inputs, outputs } of program.equations) {
    key += `;${primitive.name}`;
    for (const name in params) key += ` ${name}=${paramKey(params[name])}`;
    key += `(${inputs.map(show).join(',')})${outputs.map(define).join(',')}`;
  }
  return `${key}→${program.outputs.map(show).join(',')}`;
}

/** A setting as a string: equal keys, equal settings. */
export function paramKey(value: Param | undefined): string {
  return isProgram(value) ? `{${programKey(value)}}` : String(value);
}
