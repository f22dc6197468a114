// All runners, the reference first: ratios are to it.

import { loops } from './loops.ts';
import { core, wasm } from './packages.ts';
import type { Runner } from './runner.ts';

export const runners: readonly Runner[] = [loops, core, wasm];
