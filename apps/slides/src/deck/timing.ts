// Measures the slide's run on the active backend a moment after anything changed, while nothing else is going on,
// and compares the backends' bits.

import { effect, type ReadonlySignal, signal } from '@preact/signals-core';
import { plane } from '../slides/ground.ts';
import { sameBits } from '../store/bits.ts';
import { isAvailable } from '../store/engine.ts';
import { Stopwatch, timePerRun } from '../store/timing.ts';
import type { Presenter } from './presenter.ts';

export interface Timing {
  /** Median of recent runs, in seconds. */
  readonly time: ReadonlySignal<number | undefined>;
  /** Whether both backends give the same bits here; unknown while there is only one. */
  readonly same: ReadonlySignal<boolean | undefined>;
  /** Gradients per run. */
  readonly size: ReadonlySignal<number>;
}

const pause = 160;
const samples = 5;

export function startTiming(presenter: Presenter): Timing {
  const { store } = presenter;
  const time = signal<number | undefined>(undefined);
  const same = signal<boolean | undefined>(undefined);
  const size = signal(1);
  const watch = new Stopwatch();
  let measured = '';
  let timer = 0;
  let left = 0;

  const sample = (): void => {
    const { points } = store.state.value;
    const { line } = store.current;
    const lesson = store.lesson.value;
    const { a, b } = plane.grid;
    const field = presenter.slide.run === 'field';
    size.value = field ? a.length : 1;
    watch.record(timePerRun(field ? () => lesson.field(a, b, points) : () => lesson.slope(line, points)));
    time.value = watch.time;
    if (left === samples && isAvailable('wasm')) {
      same.value = sameBits(store.lessons.typescript, store.lessons.wasm, line, points);
    }
    left -= 1;
    if (left > 0) timer = window.setTimeout(sample, pause);
  };

  effect(() => {
    const { backend, slide } = store.state.value;
    const key = `${backend} ${presenter.slide.run} ${slide}`;
    if (key !== measured) watch.clear();
    measured = key;
    left = samples;
    window.clearTimeout(timer);
    timer = window.setTimeout(sample, pause);
  });
  return { time, same, size };
}
