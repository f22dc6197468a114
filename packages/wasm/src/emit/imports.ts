// What an emitted module takes from the AssemblyScript module beside the memory: the elementary functions that its
// kernels call, one number or two f64 lanes at a time.

import type { Kernel } from '@chainrule/core/backend';

/** The elementary functions among the exports of the AssemblyScript module. */
export type Elementary = 'exp' | 'log' | 'pow' | 'expLanes' | 'logLanes' | 'powLanes';

/** Index of each imported function in a module's function index space. */
export type Imports = ReadonlyMap<Elementary, number>;

/** The function that an instruction calls, if it calls one. */
export function calledBy(op: 'exp' | 'log' | 'pow', inLanes: boolean): Elementary {
  return inLanes ? `${op}Lanes` : op;
}

/** Adds what a kernel calls to `found`. */
export function collectCalled(kernel: Kernel, inLanes: boolean, found: Set<Elementary>): void {
  for (const { op } of kernel.body) {
    if (op === 'exp' || op === 'log' || op === 'pow') found.add(calledBy(op, inLanes));
  }
}

export function importIndex(imports: Imports, name: Elementary): number {
  const index = imports.get(name);
  if (index === undefined) throw new RangeError(`the module does not import ${name}`);
  return index;
}
