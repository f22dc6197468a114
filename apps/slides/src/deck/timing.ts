// Measures the slide's run on the active backend a moment after anything changed, while nothing else is going on,
// and compares the backends' bits. A run may take longer than a frame: there is one in a turn, and none while the pointer
// is down.

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
  let pressed = false;
  window.addEventListener('pointerdown', () => (pressed = true), { capture: true });
  for (const end of ['pointerup', 'pointercancel'])
    window.addEventListener(end, () => (pressed = false), { capture: true });

  const busy = (): boolean => document.hidden || pressed || store.current.running === true;
  const next = (turn: () => void): void => {
    timer = window.setTimeout(() => (busy() ? next(turn) : turn()), pause);
  };
  const sample = (): void => {
    const { slide, given } = presenter;
    watch.record(timePerRun(() => slide.run(given)));
    time.value = watch.time;
    left -= 1;
    if (left > 0) next(left === samples - 1 && isAvailable('wasm') ? compare : sample);
  };
  const compare = (): void => {
    const { slide, given } = presenter;
    const found = slide.run({ ...given, engine: store.engines.wasm });
    next(() => {
      same.value = sameBits(slide.run({ ...given, engine: store.engines.typescript }), found);
      next(sample);
    });
  };

  effect(() => {
    const { backend, slide } = store.state.value;
    const key = `${backend} ${slide}`;
    if (key !== measured) watch.clear();
    measured = key;
    left = samples;
    window.clearTimeout(timer);
    next(sample);
  });
  return { time, same };
}
