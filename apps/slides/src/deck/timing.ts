// Measures the slide's run on the active backend a moment after anything changed, while nothing else is going on,
// and compares the backends' bits.

import { effect, type ReadonlySignal, signal } from '@preact/signals-core';
import { sameBits } from '../store/bits.ts';
import { isAvailable } from '../store/engine.ts';
import { Stopwatch, timePerRun } from '../store/timing.ts';
import type { Presenter } from './presenter.ts';

export interface Timing {
  /** Median of recent runs, in seconds. */
  readonly time: ReadonlySignal<number | undefined>;
  /** Whether both backends give the same bits here; unknown while there is only one. */
  readonly same: ReadonlySignal<boolean | undefined>;
}

const pause = 160;
const samples = 5;

export function startTiming(presenter: Presenter): Timing {
  const { store } = presenter;
  const time = signal<number | undefined>(undefined);
  const same = signal<boolean | undefined>(undefined);
  const watch = new Stopwatch();
  let measured = '';
  let timer = 0;
  let left = 0;

  const sample = (): void => {
    const { slide, given } = presenter;
    if (document.hidden || store.current.running) {
      timer = window.setTimeout(sample, pause);
      return;
    }
    watch.record(timePerRun(() => slide.run(given)));
    time.value = watch.time;
    if (left === samples && isAvailable('wasm')) {
      const { typescript, wasm } = store.engines;
      same.value = sameBits(slide.run({ ...given, engine: typescript }), slide.run({ ...given, engine: wasm }));
    }
    left -= 1;
    if (left > 0) timer = window.setTimeout(sample, pause);
  };

  effect(() => {
    const { backend, slide } = store.state.value;
    const key = `${backend} ${slide}`;
    if (key !== measured) watch.clear();
    measured = key;
    left = samples;
    window.clearTimeout(timer);
    timer = window.setTimeout(sample, pause);
  });
  return { time, same };
}
