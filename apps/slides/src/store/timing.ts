// How long one run takes, in a browser whose clock may tick only every 100 μs: runs are repeated until the clock can
// tell, and the median of recent samples is shown.

/** Seconds per run: repeats `run` until about a millisecond has passed. `clock` counts milliseconds. */
export function timePerRun(run: () => void, clock: () => number = () => performance.now()): number {
  const enough = 1;
  const limit = 1 << 16;
  for (let runs = 1; ; runs *= 4) {
    const start = clock();
    for (let i = 0; i < runs; i += 1) run();
    const elapsed = clock() - start;
    if (elapsed >= enough || runs >= limit) return elapsed / runs / 1000;
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((p, q) => p - q);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/** The last few samples of one kind of run. */
export class Stopwatch {
  private samples: readonly number[] = [];

  record(seconds: number): void {
    this.samples = [...this.samples, seconds].slice(-9);
  }

  clear(): void {
    this.samples = [];
  }

  /** Median in seconds; nothing before the first sample. */
  get time(): number | undefined {
    return this.samples.length ? median(this.samples) : undefined;
  }
}
