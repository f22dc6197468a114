// The two packages under the names of their runners.

import type { Api } from './api.ts';
import { available } from './available.ts';

const loads = {
  core: (): Promise<Api> => import('@chainrule/core'),
  wasm: (): Promise<Api> => import('@chainrule/wasm'),
} as const;

export type BackendName = keyof typeof loads;
export const backendNames: readonly BackendName[] = ['core', 'wasm'];

/** Rejects with a sentence where the backend is not available. */
export async function loadBackend(name: BackendName): Promise<Api> {
  return available(await loads[name]());
}
