// All runners, in the order of the report.

import { core, wasm } from './engine/index.ts';
import { loops } from './loops/index.ts';
import type { Runner } from './runner.ts';

export const runners: readonly Runner[] = [core, wasm, loops];
export const runnerNames: readonly string[] = runners.map(({ name }) => name);
