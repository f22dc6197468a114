// The thread that `measureApart` starts: measures its case and sends the lines back.

import { parentPort, workerData } from 'node:worker_threads';
import type { Case } from './apart.ts';
import { choose } from './choose.ts';
import { measure } from './measure.ts';
import { runners } from './runners/index.ts';

const { runners: names, size, dtype, effort }: Case = workerData;
parentPort?.postMessage(await measure(choose('runner', runners, names), size, dtype, effort));
