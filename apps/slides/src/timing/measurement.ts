// A measurement under way: it goes on in workers, while the slide's state holds what has been measured. Whoever wants it
// to go on asks for news now and then; it ends when nobody asks any more.

import { generatesCode, type Line, runApart } from 'bench/browser';
import { cases } from './cases.ts';
import { startTimingWorker } from './timing-worker.ts';

/** Microseconds of one call on either backend; null where it failed, for want of WebAssembly, say. */
export interface Timing {
  readonly typescript: number | null;
  readonly wasm: number | null;
}

export interface News {
  /** Of the next cases in their order. */
  readonly timings: readonly Timing[];
  /** Where no code may be generated, TypeScript kernels are interpreted, and slow. */
  readonly interpreted: boolean;
}

/** Milliseconds without a question after which nobody wants to know. */
const patience = 2000;

/** Medians of either package in the lines of one case. */
function timingOf(lines: readonly Line[]): Timing {
  const median = (name: string): number | null => lines.find(({ runner }) => runner === name)?.time?.median ?? null;
  return { typescript: median('core'), wasm: median('wasm') };
}

class Measurement {
  readonly from: number;
  readonly found: Timing[] = [];
  over = false;
  interpreted = false;
  private readonly abort = new AbortController();
  private leaving: ReturnType<typeof setTimeout> | undefined;

  /** Measures the cases from index `from` on. */
  constructor(from: number) {
    this.from = from;
    void this.measure();
  }

  /** Somebody asks: it goes on. */
  wanted(): void {
    clearTimeout(this.leaving);
    this.leaving = setTimeout(() => this.stop(), patience);
  }

  stop(): void {
    clearTimeout(this.leaving);
    this.abort.abort();
    this.over = true;
  }

  private async measure(): Promise<void> {
    const { signal } = this.abort;
    try {
      this.interpreted = !(await generatesCode(startTimingWorker));
      const rest = cases.slice(this.from).map(({ workload, size, dtype }) => ({ workload, size, dtype }));
      const onLines = (lines: readonly Line[]): void => {
        if (!signal.aborted) this.found.push(timingOf(lines));
      };
      if (!signal.aborted) await runApart({ start: startTimingWorker, cases: rest, scale: 'brief', signal, onLines });
    } catch {
      // No worker to be had: what is missing stays unknown.
      while (this.found.length < cases.length - this.from) this.found.push({ typescript: null, wasm: null });
    }
    clearTimeout(this.leaving);
    this.over = true;
  }
}

let current: Measurement | undefined;

/**
 * What has been measured beyond the first `done` cases. Starts measuring where nothing is under way; undefined when all
 * is done, or was before.
 */
export function news(done: number): News | undefined {
  const fits = current !== undefined && done >= current.from && done <= current.from + current.found.length;
  if (!fits || current === undefined) {
    current?.stop();
    current = done < cases.length ? new Measurement(done) : undefined;
  }
  if (current === undefined) return undefined;
  const timings = current.found.slice(done - current.from);
  if (timings.length === 0 && current.over) {
    current = undefined;
    return undefined;
  }
  if (!current.over) current.wanted();
  return { timings, interpreted: current.interpreted };
}
