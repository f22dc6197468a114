// Runs programs: optimise, lower, prepare once for each program and backend, then run.

import type { Backend, Executable, Input, Output } from '../kernel/backend.ts';
import type { Placement, Plan } from '../kernel/plan.ts';
import { lower } from '../lower/lower.ts';
import { optimise } from '../optimise/optimise.ts';
import { programKey } from '../program/key.ts';
import type { Program } from '../program/program.ts';
import { runOnNumbers } from './on-numbers.ts';

/** How many prepared programs a backend keeps. */
const capacity = 256;

/** Programs with more equations are not kept. */
const longest = 20_000;

const prepared = new WeakMap<Backend, Map<string, Executable>>();

/** A program as what backends run. */
export function planOf(program: Program, placements: readonly Placement[]): Plan {
  return lower(optimise(program), placements);
}

/** Runs a program; the same program is prepared only once as long as it stays among the recently used ones. */
export function execute(
  backend: Backend,
  program: Program,
  inputs: readonly Input[],
  placements: readonly Placement[],
): Output[] {
  // A program this long takes longer to tell from others than to prepare, and much room.
  if (program.equations.length > longest) {
    return runOnNumbers(program, inputs, placements) ?? backend.prepare(planOf(program, placements)).run(inputs);
  }
  let executables = prepared.get(backend);
  if (executables === undefined) {
    executables = new Map();
    prepared.set(backend, executables);
  }
  const key = `${placements.join()}|${programKey(program)}`;
  let executable = executables.get(key);
  if (executable === undefined) {
    executable = backend.prepare(planOf(program, placements));
    const oldest = executables.keys().next();
    if (executables.size >= capacity && !oldest.done) executables.delete(oldest.value);
  } else {
    executables.delete(key);
  }
  executables.set(key, executable);
  return executable.run(inputs);
}
