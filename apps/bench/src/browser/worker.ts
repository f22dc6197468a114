// The worker that runs the two packages: `new Worker(…)` on this file, and `runApart` talks to it.

import { engines } from './engines.ts';
import { serveWorker } from './serve-worker.ts';

serveWorker(engines);
