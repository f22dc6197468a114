// The only place that names the two packages. Everything else is handed an engine.

import * as core from '@chainrule/core';
import * as wasm from '@chainrule/wasm';

export type { Operand } from '@chainrule/core';

export type BackendName = 'typescript' | 'wasm';

/** The part of the packages' common API that the lecture uses. */
export type Engine = Pick<
  typeof core,
  'add' | 'sub' | 'mul' | 'square' | 'sum' | 'grad' | 'valueAndGrad' | 'vmap' | 'compile' | 'backend'
>;

/** The deck is served without `unsafe-eval`: even trying to generate code would be reported as a policy violation. */
core.configure({ generate: false });

export const engines: Readonly<Record<BackendName, Engine>> = { typescript: core, wasm };

/** As shown on the slides. */
export const backendTitles: Readonly<Record<BackendName, string>> = { typescript: 'TypeScript', wasm: 'WebAssembly' };

export function isAvailable(name: BackendName): boolean {
  return engines[name].backend.available;
}
