// The page's worker: all runners that run in a browser.

import { browserRunners } from './runners.ts';
import { serveWorker } from './serve-worker.ts';

serveWorker(browserRunners);
