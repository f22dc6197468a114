// program: a function as the engine sees it, to be printed, stored or checked.

import { optimise } from '../optimise/optimise.ts';
import { checkProgram } from '../program/check.ts';
import { isProgram } from '../program/params.ts';
import type { Param } from '../program/primitive.ts';
import { nameVariables, showAtom, showNumber, showProgram } from '../program/print.ts';
import type { Atom, Equation, Program, Variable } from '../program/program.ts';
import { showType } from '../shape/shape.ts';
import { type AnyFunction, flattenArguments, incoming, traceFunction } from '../transforms/function.ts';
import type { Arg } from '../transforms/types.ts';
import { programDot } from './dot.ts';

/** A number as plain data: JSON has none of these four. */
export type NumberJSON = number | { readonly number: 'NaN' | 'Infinity' | '-Infinity' | '-0' };

/** One equation as plain data. */
export interface EquationJSON {
  readonly outputs: readonly { readonly name: string; readonly type: string }[];
  readonly primitive: string;
  readonly inputs: readonly (string | NumberJSON)[];
  readonly params: Readonly<Record<string, NumberJSON | string | readonly number[] | ProgramJSON>>;
}

/** A program as plain data: variables by name, literals as numbers. `JSON.parse` of its text gives it back. */
export interface ProgramJSON {
  readonly inputs: readonly { readonly name: string; readonly type: string }[];
  readonly equations: readonly EquationJSON[];
  readonly outputs: readonly (string | NumberJSON)[];
}

function numberJSON(value: number): NumberJSON {
  if (Number.isFinite(value) && !Object.is(value, -0)) return value;
  return { number: showNumber(value) as 'NaN' | 'Infinity' | '-Infinity' | '-0' };
}

function paramJSON(param: Param): EquationJSON['params'][string] {
  if (typeof param === 'number') return numberJSON(param);
  return isProgram(param) ? programJSON(param) : param;
}

function programJSON(program: Program): ProgramJSON {
  const names = nameVariables(program);
  const show = (atom: Atom): string | NumberJSON =>
    atom.kind === 'literal' ? numberJSON(atom.value) : showAtom(atom, names);
  const describe = (one: Variable): { name: string; type: string } => ({
    name: showAtom(one, names),
    type: showType(one.type),
  });
  return {
    inputs: program.inputs.map(describe),
    equations: program.equations.map(({ primitive, params, inputs, outputs }) => ({
      outputs: outputs.map(describe),
      primitive: primitive.name,
      inputs: inputs.map(show),
      params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, paramJSON(value)])),
    })),
    outputs: program.outputs.map(show),
  };
}

/** A traced function. */
export class TracedProgram implements Program {
  readonly inputs: readonly Variable[];
  readonly equations: readonly Equation[];
  readonly outputs: readonly Atom[];

  constructor({ inputs, equations, outputs }: Program) {
    this.inputs = inputs;
    this.equations = equations;
    this.outputs = outputs;
  }

  /** One line per equation, with the names of arguments and of `named` values. */
  toString(): string {
    return showProgram(this);
  }

  toJSON(): ProgramJSON {
    return programJSON(this);
  }

  /** The program as a graph in Graphviz' DOT language: a node for each input, equation and output. */
  toDOT(): string {
    return programDot(this);
  }

  /** Throws a ChainruleError where the program breaks its own grammar or types. */
  check(): void {
    checkProgram(this);
  }

  /** The same program with less work and the same bits: folded, shared, pruned. */
  optimised(): TracedProgram {
    return new TracedProgram(optimise(this));
  }
}

/**
 * The program of a function for arguments like these: `program(f)(…args)`. Values that the function closes over come
 * first among the inputs. Throws what tracing the function throws.
 */
export function program<A extends readonly unknown[]>(
  f: (...args: A) => unknown,
): (...args: { [K in keyof A]: Arg<A[K]> }) => TracedProgram {
  return (...args) => {
    const { structure, leaves } = flattenArguments(args);
    return new TracedProgram(traceFunction(f as AnyFunction, structure, leaves.map(incoming)).program);
  };
}
