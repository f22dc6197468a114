// compile: trace once for each signature, then only run.

import { deliver, type Form, kindOfResult, placementOf } from '../execute/deliver.ts';
import { type Entry, entryAround } from '../execute/entry.ts';
import { planOf } from '../execute/execute.ts';
import { inputFor } from '../execute/lift.ts';
import { straightEntry } from '../execute/straight.ts';
import type { Backend, Input, Output } from '../kernel/backend.ts';
import { mustBeFunction } from '../shape/checks.ts';
import { Traced } from '../trace/traced.ts';
import { builder } from '../tree/tree.ts';
import { type AnyFunction, flattenArguments, incoming, traceFunction, traceOf } from './function.ts';
import { leafMatcher, matcher } from './match.ts';

/** The type of {@link compile} of either package. */
export type Compile = <F extends (...args: never[]) => unknown>(f: F) => F;

/** How many signatures a compiled function remembers; the one unused for longest goes first. */
const capacity = 32;

/** Traces and prepares a function for arguments like these; undefined inside another trace, where there is nothing to run. */
function enter(backend: Backend, f: AnyFunction, args: readonly unknown[]): Entry | undefined {
  const { structure, leaves } = flattenArguments(args);
  if (leaves.some((leaf) => leaf.value instanceof Traced)) return undefined;
  const arriving = leaves.map(incoming);
  const traced = traceFunction(f, structure, arriving);
  const { program, captures, outputs } = traced;
  if (traceOf([], captures) !== undefined) return undefined;
  const forms = outputs.map(({ type, kind }) => ({ type, kind: kindOfResult(type, kind) }));
  const plan = planOf(
    program,
    forms.map(({ kind }) => placementOf(kind)),
  );
  const straight = straightEntry(plan, { structure, leaves: arriving }, { structure: traced.structure, leaves: forms });
  if (straight !== undefined) return straight;
  const executable = backend.prepare(plan);
  const inputs = new Array<Input>(program.inputs.length).fill(0);
  const accept = arriving.map((leaf, i) => leafMatcher(leaf, backend, inputs, captures.length + i));
  const run = (): unknown[] => {
    for (let i = 0; i < captures.length; i++) {
      const input = program.inputs[i];
      if (input !== undefined) inputs[i] = inputFor(backend, captures[i], input.type);
    }
    const results: unknown[] = executable.run(inputs);
    for (let i = 0; i < forms.length; i++) {
      const form = forms[i] as Form;
      if (form.kind !== 'number') results[i] = deliver(backend, results[i] as Output, form);
    }
    return results;
  };
  const result = traced.structure;
  const generated = entryAround({ structure, accept, run, result, results: forms.length });
  if (generated !== undefined) return generated;
  const match = matcher(structure, accept);
  const build = builder(result);
  return (given) => (match(given) ? build(run()) : undefined);
}

/** `compile` with the numbers computed on a backend. */
export function compileOn(backend: Backend): Compile {
  return (<F extends AnyFunction>(f: F) => {
    mustBeFunction('compile', f);
    /** The one used last first. */
    const entries: Entry[] = [];
    const enterAnew = (args: readonly unknown[]): unknown => {
      const entry = enter(backend, f, args);
      const result = entry?.(args);
      // Inside another trace, or for arguments that no entry recognises, such as tensors of another copy of the package.
      if (entry === undefined || result === undefined) return f(...(args as never[]));
      entries.unshift(entry);
      if (entries.length > capacity) entries.pop();
      return result;
    };
    return (...args: unknown[]): unknown => {
      for (let i = 0; i < entries.length; i++) {
        const entry = entries[i] as Entry;
        const result = entry(args);
        if (result === undefined) continue;
        if (i > 0) {
          entries.splice(i, 1);
          entries.unshift(entry);
        }
        return result;
      }
      return enterAnew(args);
    };
  }) as Compile;
}
