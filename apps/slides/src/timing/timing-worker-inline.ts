// Starts the worker, from the page itself: in `deck.html` there is no other file.

import TimingWorker from './worker.ts?worker&inline';

export const startTimingWorker = (): Worker => new TimingWorker();
