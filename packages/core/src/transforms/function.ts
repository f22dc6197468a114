// From a user's function and its arguments to a program, and back to results in the user's kinds. What every transform
// shares: it is written for traced values alone; called with known numbers, it is itself traced and run.

import { ArgumentError, TraceError } from '../errors.ts';
import { deliver, kindOfResult, placementOf } from '../execute/deliver.ts';
import { execute } from '../execute/execute.ts';
import { describe, inputFor, lift } from '../execute/lift.ts';
import type { Backend, Input, Output } from '../kernel/backend.ts';
import { reshape } from '../primitives/reshape.ts';
import { part } from '../primitives/slice.ts';
import type { Program } from '../program/program.ts';
import type { ArrayType } from '../shape/shape.ts';
import type { Operand, Tensor } from '../tensor/operand.ts';
import { type Captured, innermost, Trace, type TracedMethods } from '../trace/trace.ts';
import { type Kind, Traced } from '../trace/traced.ts';
import { flatten, type Leaf, type Structure, unflatten } from '../tree/tree.ts';
import { replay } from './replay.ts';

/** A function of trees, seen from behind the front door. */
export type AnyFunction = (...args: never[]) => unknown;

const methods: TracedMethods = {
  *rows(traced): IterableIterator<Tensor> {
    const rows = traced.shape[0] as number;
    for (let row = 0; row < rows; row++) yield part(traced, traced.shape, row, reshape) as Tensor;
  },
};

export interface Arguments {
  /** A tuple with one part for each argument. */
  readonly structure: Structure;
  readonly leaves: readonly Leaf[];
  /** For each argument, where its leaves begin; then where the last one's end. */
  readonly starts: readonly number[];
}

export function flattenArguments(args: readonly unknown[]): Arguments {
  const leaves: Leaf[] = [];
  const starts = [0];
  const parts = args.map((arg, i) => {
    const structure = flatten(arg, `argument ${i}`, leaves);
    starts.push(leaves.length);
    return structure;
  });
  return { structure: { kind: 'tuple', parts }, leaves, starts };
}

/** The form of one argument. */
export function partOf(structure: Structure, argument: number): Structure {
  const part = structure.kind === 'tuple' ? structure.parts[argument] : undefined;
  if (part === undefined) throw new ArgumentError(`expected an argument ${argument}, got fewer`);
  return part;
}

export interface Incoming {
  readonly type: ArrayType;
  readonly kind: Kind | undefined;
  readonly name: string | undefined;
}

export function incoming({ value, path, name }: Leaf): Incoming {
  const { type, kind } = describe(value, path);
  return { type, kind, name };
}

export interface TracedFunction {
  /** Captured values are its first inputs, then the leaves of the arguments. */
  readonly program: Program;
  readonly captures: readonly Captured[];
  readonly structure: Structure;
  /** For each output its type and the kind that it mirrors, if any. */
  readonly outputs: readonly { readonly type: ArrayType; readonly kind: Kind | undefined }[];
}

/** Runs a function once on traced values. */
export function traceFunction(f: AnyFunction, structure: Structure, inputs: readonly Incoming[]): TracedFunction {
  const trace = new Trace(methods);
  try {
    const args = unflatten(
      structure,
      inputs.map(({ type, kind, name }) => trace.input(type, name, kind)),
    );
    if (typeof f !== 'function') throw new ArgumentError(`expected a function to transform, got ${String(f)}`);
    const result = f(...(args as never[]));
    if (result === undefined) throw new ArgumentError('the function returned nothing; does it end with `return`?');
    const leaves: Leaf[] = [];
    const form = flatten(result, 'the result', leaves);
    const values = leaves.map(({ value, path }) => lift(trace, value, path));
    const program = trace.finish(values.map((value) => trace.atom(value)));
    const outputs = values.map((value, i) => {
      const original = leaves[i]?.value;
      return { type: value.type, kind: original instanceof Traced ? original.kind : undefined };
    });
    return { program, captures: [...trace.captures.keys()], structure: form, outputs };
  } finally {
    trace.abandon();
  }
}

/** A program made by a function of its inputs, which takes nothing in from outside. */
export function traceProgram(
  types: readonly ArrayType[],
  f: (trace: Trace, inputs: Traced[]) => readonly Operand[],
): Program {
  const trace = new Trace(methods);
  try {
    const inputs = types.map((type) => trace.input(type, undefined));
    const results = f(trace, inputs);
    const program = trace.finish(results.map((result) => trace.atom(lift(trace, result, 'the result'))));
    if (trace.captures.size > 0) throw new TraceError('a program of a loop reads a value that is not among its inputs');
    return program;
  } finally {
    trace.abandon();
  }
}

/** Records a traced function's program in a trace, on the given leaves, and returns its outputs. */
export function inline(trace: Trace, { program, captures }: TracedFunction, leaves: readonly Leaf[]): Traced[] {
  const values = [...captures, ...leaves.map(({ value, path }) => lift(trace, value, path))];
  return program.outputs.map(replay(trace, program, values));
}

/** The innermost trace among leaves and captured values. */
export function traceOf(leaves: readonly Leaf[], captures: readonly Captured[]): Trace | undefined {
  return innermost([...leaves.map((leaf) => leaf.value), ...captures]);
}

/** The inputs of a traced function's program, on a backend. */
export function inputsOn(backend: Backend, { program, captures }: TracedFunction, leaves: readonly Leaf[]): Input[] {
  const values = [...captures, ...leaves.map((leaf) => leaf.value)];
  return program.inputs.map((input, i) => inputFor(backend, values[i], input.type));
}

/**
 * A function that can be called with plain values, traced ones, or inside another transform. `body` sees traced values
 * only; called with known numbers, it is traced and its program is run on the backend.
 */
export function callable(backend: Backend, body: AnyFunction): (...args: unknown[]) => unknown {
  return (...args) => {
    const { structure, leaves } = flattenArguments(args);
    if (leaves.some((leaf) => leaf.value instanceof Traced)) return body(...(args as never[]));
    const traced = traceFunction(body, structure, leaves.map(incoming));
    const outer = traceOf([], traced.captures);
    if (outer !== undefined) {
      const results = inline(outer, traced, leaves);
      return unflatten(
        traced.structure,
        results.map((result, i) => new Traced(outer, result.atom, traced.outputs[i]?.kind)),
      );
    }
    const forms = traced.outputs.map(({ type, kind }) => ({ type, kind: kindOfResult(type, kind) }));
    const placements = forms.map(({ kind }) => placementOf(kind));
    const outputs = execute(backend, traced.program, inputsOn(backend, traced, leaves), placements);
    return unflatten(
      traced.structure,
      forms.map((form, i) => deliver(backend, outputs[i] as Output, form)),
    );
  };
}
