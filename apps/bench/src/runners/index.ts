// All runners, in the order of the report.

import { loops } from './loops.ts';
import { core, wasm } from './packages.ts';
import type { Runner } from './runner.ts';

export const runners: readonly Runner[] = [loops, core, wasm];
