// What an emitted module takes from the AssemblyScript module: the memory, and the elementary functions that its kernels
// call, one number or two lanes at a time.

import type { Kernel } from '@chainrule/core/backend';

/** Names of the elementary functions among the exports of the AssemblyScript module, with their types. */
export const elementary = {
  exp: { arity: 1, lanes: false },
  log: { arity: 1, lanes: false },
  pow: { arity: 2, lanes: false },
  expLanes: { arity: 1, lanes: true },
  logLanes: { arity: 1, lanes: true },
  powLanes: { arity: 2, lanes: true },
} as const;

export type Elementary = keyof typeof elementary;

/** The function an instruction calls, if it calls one. */
export function calledBy(op: 'exp' | 'log' | 'pow', lanes: boolean): Elementary {
  return lanes ? `${op}Lanes` : op;
}

/** Adds what a kernel calls to `found`. */
export function collectCalled(kernel: Kernel, lanes: boolean, found: Set<Elementary>): void {
  for (const { op } of kernel.body) {
    if (op === 'exp' || op === 'log' || op === 'pow') found.add(calledBy(op, lanes));
  }
}
