// Records a program's equations in another trace, with given values for its inputs.

import { TraceError } from '../errors.ts';
import type { Atom, Equation, Program, Variable } from '../program/program.ts';
import { type Captured, rename, type Trace } from '../trace/trace.ts';
import { Traced } from '../trace/traced.ts';

/** The value that stands for an atom of the replayed program. */
export type LookUp = (atom: Atom) => Traced;

/** Replays all equations and returns what each atom became. */
export function replay(trace: Trace, program: Program, values: readonly Captured[]): LookUp {
  const known = new Map<Variable, Traced>();
  program.inputs.forEach((input, i) => {
    const value = values[i];
    if (value === undefined)
      throw new TraceError(`a program of ${program.inputs.length} inputs was given ${values.length}`);
    const own = value instanceof Traced && value.trace === trace;
    known.set(input, own ? value : new Traced(trace, trace.atom(value)));
  });
  const lookUp = (atom: Atom): Traced => {
    if (atom.kind === 'literal') return new Traced(trace, atom);
    const value = known.get(atom);
    if (value === undefined) throw new TraceError('a program reads a variable that nothing writes');
    return value;
  };
  for (let e = 0; e < program.equations.length; e++) {
    const equation = program.equations[e] as Equation;
    const { inputs, outputs } = equation;
    const results = trace.recordAgain(equation, inputs.map(lookUp));
    for (let i = 0; i < outputs.length; i++) {
      const output = outputs[i] as Variable;
      const result = results[i] as Traced;
      rename(result, output.name);
      known.set(output, result);
    }
  }
  return lookUp;
}
