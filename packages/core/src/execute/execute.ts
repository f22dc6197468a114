// Runs programs: optimise, lower, prepare once for each program and backend, then run.

import type { Backend, Executable, Input, Output } from '../kernel/backend.ts';
import type { Placement } from '../kernel/plan.ts';
import { lower } from '../lower/lower.ts';
import { optimise } from '../optimise/optimise.ts';
import { programKey } from '../program/key.ts';
import type { Program } from '../program/program.ts';

/** How many prepared programs a backend keeps. */
const capacity = 256;

/** Programs with more equations are not kept. */
const longest = 20_000;

const prepared = new WeakMap<Backend, Map<string, Executable>>();

/** A program made ready to run on a backend. */
export function prepare(backend: Backend, program: Program, placements: readonly Placement[]): Executable {
  return backend.prepare(lower(optimise(program), placements));
}

/** Runs a program; the same program is prepared only once as long as it stays among the recently used ones. */
export function execute(
  backend: Backend,
  program: Program,
  inputs: readonly Input[],
  placements: readonly Placement[],
): Output[] {
  // A program this long takes longer to tell from others than to prepare, and much room.
  if (program.equations.length > longest) return prepare(backend, program, placements).run(inputs);
  let executables = prepared.get(backend);
  if (executables === undefined) {
    executables = new Map();
    prepared.set(backend, executables);
  }
  const key = `${placements.join()}|${programKey(program)}`;
  let executable = executables.get(key);
  if (executable === undefined) {
    executable = prepare(backend, program, placements);
    const oldest = executables.keys().next();
    if (executables.size >= capacity && !oldest.done) executables.delete(oldest.value);
  } else {
    executables.delete(key);
  }
  executables.set(key, executable);
  return executable.run(inputs);
}
