// The only place that names the two packages. Everything else is handed an engine.

import * as core from '@chainrule/core';
import * as wasm from '@chainrule/wasm';

export type { LedgerRow, Operand, Tensor } from '@chainrule/core';

export const backendNames = ['typescript', 'wasm'] as const;

export type BackendName = (typeof backendNames)[number];

/** The packages' common API: what a slide computes with. */
export type Engine = Omit<typeof core, 'configure'>;

/** The deck is served without `unsafe-eval`: even trying to generate code would be reported as a policy violation. */
core.configure({ generate: false });

export const engines: Readonly<Record<BackendName, Engine>> = { typescript: core, wasm };

/** As shown on the slides. */
export const backendTitles: Readonly<Record<BackendName, string>> = { typescript: 'TypeScript', wasm: 'WebAssembly' };

export function isAvailable(name: BackendName): boolean {
  return engines[name].backend.available;
}

/** The fastest engine that works in this browser. */
export const preferred: BackendName = isAvailable('wasm') ? 'wasm' : 'typescript';
