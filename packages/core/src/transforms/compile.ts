// compile: trace once for each signature, then only run.

import { deliver, kindOfResult, placementOf } from '../execute/deliver.ts';
import { prepare } from '../execute/execute.ts';
import { inputFor } from '../execute/lift.ts';
import type { Backend, Input, Output } from '../kernel/backend.ts';
import type { Variable } from '../program/program.ts';
import { Traced } from '../trace/traced.ts';
import { builder } from '../tree/tree.ts';
import { type AnyFunction, flattenArguments, incoming, traceFunction, traceOf } from './function.ts';
import { type Match, matcher } from './match.ts';

/** The type of {@link compile} of either package. */
export type Compile = <F extends (...args: never[]) => unknown>(f: F) => F;

interface Entry {
  readonly match: Match;
  readonly run: () => unknown;
  readonly inputs: Input[];
}

/** How many signatures a compiled function remembers; the one unused for longest goes first. */
const capacity = 32;

/** Traces and prepares a function for arguments like these; undefined inside another trace, where there is nothing to run. */
function enter(backend: Backend, f: AnyFunction, args: readonly unknown[]): Entry | undefined {
  const { structure, leaves } = flattenArguments(args);
  if (leaves.some((leaf) => leaf.value instanceof Traced)) return undefined;
  const arriving = leaves.map(incoming);
  const traced = traceFunction(f, structure, arriving);
  if (traceOf([], traced.captures) !== undefined) return undefined;
  const { program, captures, outputs } = traced;
  const forms = outputs.map(({ type, kind }) => ({ type, kind: kindOfResult(type, kind) }));
  const executable = prepare(
    backend,
    program,
    forms.map(({ kind }) => placementOf(kind)),
  );
  const inputs = new Array<Input>(program.inputs.length).fill(0);
  const build = builder(traced.structure);
  const deliveries = forms.map(
    (form) =>
      (output: Output): unknown =>
        form.kind === 'number' ? output : deliver(backend, output, form),
  );
  return {
    match: matcher(structure, arriving, backend, captures.length),
    inputs,
    run: () => {
      for (let i = 0; i < captures.length; i++) {
        const { type } = program.inputs[i] as Variable;
        inputs[i] = inputFor(backend, captures[i], type);
      }
      const results: unknown[] = executable.run(inputs);
      for (let i = 0; i < deliveries.length; i++) results[i] = deliveries[i]?.(results[i] as Output);
      return build(results);
    },
  };
}

/** `compile` with the numbers computed on a backend. */
export function compileOn(backend: Backend): Compile {
  return (<F extends AnyFunction>(f: F) => {
    const entries: Entry[] = [];
    return (...args: unknown[]): unknown => {
      for (let i = 0; i < entries.length; i++) {
        const entry = entries[i];
        if (entry === undefined || !entry.match(args, entry.inputs)) continue;
        if (i > 0) {
          entries.splice(i, 1);
          entries.unshift(entry);
        }
        return entry.run();
      }
      const entry = enter(backend, f, args);
      if (entry === undefined) return f(...(args as never[]));
      entries.unshift(entry);
      if (entries.length > capacity) entries.pop();
      entry.match(args, entry.inputs);
      return entry.run();
    };
  }) as Compile;
}
