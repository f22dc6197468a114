// All runners that run in a browser: those of the page.

import { graph } from '../runners/graph/index.ts';
import { loops } from '../runners/loops/index.ts';
import type { Runner } from '../runners/runner.ts';
import { engines } from './engines.ts';

export const browserRunners: readonly Runner[] = [...engines, loops, graph];
