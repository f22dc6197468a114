// All runners, in the order of the report.

import { assemblyScript } from './assemblyscript/index.ts';
import { cBaseline, cNative } from './c/index.ts';
import { core, wasm } from './engine/index.ts';
import { graph } from './graph/index.ts';
import { jax } from './jax/index.ts';
import { loops } from './loops/index.ts';
import { mathjs } from './mathjs/index.ts';
import { rose } from './rose/index.ts';
import type { Runner } from './runner.ts';
import { tfjsCpu, tfjsWasm } from './tfjs/index.ts';

export const runners: readonly Runner[] = [
  core,
  wasm,
  loops,
  graph,
  jax,
  tfjsCpu,
  tfjsWasm,
  rose,
  mathjs,
  assemblyScript,
  cBaseline,
  cNative,
];
export const runnerNames: readonly string[] = runners.map(({ name }) => name);

/** Those that run in a browser too; `src/browser/runners.ts` has them as a page loads them. */
export const browserRunnerNames: readonly string[] = ['core', 'wasm', 'loops', 'graph'];
