// Tracing: a function runs once on traced values, and each operation on them is recorded as an equation.
//
// Traces nest (a function that is traced may itself call `grad`). A trace that meets a value of an outer trace, or a
// tensor, captures it: it becomes one more input of the program. So a program never refers to anything outside itself,
// and derivatives of different levels cannot be confused.

import { callSite, markCall } from '../call-site.ts';
import { TraceError } from '../errors.ts';
import { asList, type List, type Params, type Primitive } from '../program/primitive.ts';
import { showProgram } from '../program/print.ts';
import { type Atom, type Equation, literal, type Program, type Variable, variable } from '../program/program.ts';
import type { DType } from '../shape/dtype.ts';
import { type ArrayType, showType } from '../shape/shape.ts';
import type { ConcreteTensor } from '../tensor/concrete.ts';
import type { Tensor } from '../tensor/operand.ts';
import { type Kind, Traced } from './traced.ts';

/** What a trace takes in from outside. */
export type Captured = ConcreteTensor | Traced;

/** Operations that traced values offer themselves; given by the layer above, which has the primitives. */
export interface TracedMethods {
  rows(traced: Traced): IterableIterator<Tensor>;
}

/** A `while` on a traced comparison would go on for ever: with this many that nothing uses, it is taken for one. */
const mostUnused = 1000;

/** A comparison, and where it was called. */
interface Comparison {
  readonly equation: Equation;
  readonly mark: Error;
}

let depth = 0;

export class Trace {
  readonly depth: number;
  readonly inputs: Variable[] = [];
  readonly equations: Equation[] = [];
  readonly captures: Map<Captured, Variable> = new Map();
  private readonly methods: TracedMethods;
  private finished = false;
  /** Results of comparisons that nothing has used yet. */
  private readonly unused = new Map<Atom, Comparison>();

  constructor(methods: TracedMethods) {
    this.methods = methods;
    this.depth = ++depth;
  }

  /** Adds an input. */
  input(type: ArrayType, name: string | undefined, kind?: Kind): Traced {
    const one = variable(type, name);
    this.inputs.push(one);
    return new Traced(this, one, kind);
  }

  literal(value: number | boolean, dtype?: DType): Traced {
    return new Traced(this, literal(value, dtype));
  }

  /** The value as an atom of this trace: captured if it comes from outside. */
  atom(value: Captured): Atom {
    if (value instanceof Traced) {
      if (value.trace === this || value.atom.kind === 'literal') return value.atom;
      value.trace.mustBeRunning(value);
    }
    let captured = this.captures.get(value);
    if (captured === undefined) {
      const type: ArrayType =
        value instanceof Traced ? value.type : { shape: value.shape, dtype: value.dtype, weak: false };
      captured = variable(
        type,
        value instanceof Traced && value.atom.kind === 'variable' ? value.atom.name : undefined,
      );
      this.captures.set(value, captured);
    }
    return captured;
  }

  record(primitive: Primitive, params: Params, operands: readonly Captured[]): Traced[] {
    const inputs = this.atoms(operands);
    return this.push(primitive, params, inputs, primitive.types(typesOf(inputs), params));
  }

  /** Records an equation of another trace again. */
  recordAgain(equation: Equation, operands: readonly Captured[]): Traced[] {
    const inputs = this.atoms(operands);
    const { primitive, params } = equation;
    // Operands of the same types give results of the same types.
    for (let i = 0; i < inputs.length; i++) {
      if (inputs[i]?.type !== equation.inputs[i]?.type) return this.record(primitive, params, operands);
    }
    return this.push(primitive, params, inputs, typesOf(equation.outputs));
  }

  private atoms(operands: readonly Captured[]): List<Atom> {
    if (this.finished) throw leaked(operands.find((operand) => operand instanceof Traced && operand.trace === this));
    const inputs = new Array<Atom>(operands.length);
    for (let i = 0; i < operands.length; i++) inputs[i] = this.atom(operands[i] as Captured);
    return asList(inputs);
  }

  private push(primitive: Primitive, params: Params, inputs: List<Atom>, types: readonly ArrayType[]): Traced[] {
    if (this.unused.size > 0) for (const input of inputs) this.unused.delete(input);
    const outputs = new Array<Variable>(types.length);
    const results = new Array<Traced>(types.length);
    for (let i = 0; i < types.length; i++) {
      const output = variable(types[i] as ArrayType);
      outputs[i] = output;
      results[i] = new Traced(this, output);
    }
    this.equations.push({ primitive, params, inputs, outputs: asList(outputs) });
    return results;
  }

  /**
   * Remembers the comparison that was recorded last, until something uses it. For those that a user writes: what a transform
   * makes of a program may leave one of them unused.
   */
  watch(): void {
    const equation = this.equations.at(-1);
    if (equation === undefined) return;
    const comparison = { equation, mark: markCall() };
    for (const output of equation.outputs) this.unused.set(output, comparison);
    if (this.unused.size > mostUnused) throw unusedComparison(this.inputs, comparison);
  }

  rows(traced: Traced): IterableIterator<Tensor> {
    return this.methods.rows(traced);
  }

  mustBeRunning(value: Traced): void {
    if (this.finished) throw leaked(value);
  }

  /** Ends the trace: captured values become the first inputs. */
  finish(outputs: readonly Atom[]): Program {
    this.finished = true;
    depth--;
    const program = { inputs: [...this.captures.values(), ...this.inputs], equations: this.equations, outputs };
    if (this.unused.size === 0) return program;
    for (const output of outputs) this.unused.delete(output);
    for (const comparison of this.unused.values()) throw unusedComparison(program.inputs, comparison);
    return program;
  }

  /** Ends the trace without a program, after an error. */
  abandon(): void {
    if (this.finished) return;
    this.finished = true;
    depth--;
  }
}

function typesOf(atoms: List<Atom>): List<ArrayType> {
  const types = new Array<ArrayType>(atoms.length);
  for (let i = 0; i < atoms.length; i++) types[i] = (atoms[i] as Atom).type;
  return asList(types);
}

/** Gives a traced value the lecture's word for it. */
export function rename(traced: Traced, name: string | undefined): void {
  if (traced.atom.kind === 'variable' && name !== undefined) traced.atom.name = name;
}

/** The innermost trace that any of the values belongs to. */
export function innermost(values: readonly unknown[]): Trace | undefined {
  let found: Trace | undefined;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (!(value instanceof Traced)) continue;
    value.trace.mustBeRunning(value);
    if (found === undefined || value.trace.depth > found.depth) found = value.trace;
  }
  return found;
}

function leaked(value: unknown): TraceError {
  const what = value instanceof Traced ? `a traced value (${showType(value.type)})` : 'a traced value';
  return new TraceError(
    `${what} was used after the function it belongs to had been traced. Return it from that function instead of storing it outside`,
  );
}

function unusedComparison(inputs: readonly Variable[], { equation, mark }: Comparison): TraceError {
  const line = showProgram({ inputs, equations: [equation], outputs: [] }).split('\n')[1] ?? '';
  const call = line.slice(line.indexOf('= ') + 2);
  const site = callSite(mark);
  return new TraceError(
    `${call} is unused; an \`if\`, \`while\` or \`!\` cannot see the outcome of a traced comparison, write where(condition, a, b)` +
      (site === undefined ? '' : `; it is called at ${site}`),
  );
}
