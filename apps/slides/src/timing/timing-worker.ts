// Starts the worker, from a file of its own.

export const startTimingWorker = (): Worker => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
