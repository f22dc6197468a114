// The two packages in a browser, imported outright: a worker that is inlined has no chunks to load.

import * as coreApi from '@chainrule/core';
import * as wasmApi from '@chainrule/wasm';
import { available } from '../objectives/available.ts';
import { engineRunner } from '../runners/engine/runner.ts';
import type { Runner } from '../runners/runner.ts';

export const engines: readonly Runner[] = [
  engineRunner('core', async () => available(coreApi)),
  engineRunner('wasm', async () => available(wasmApi)),
];
