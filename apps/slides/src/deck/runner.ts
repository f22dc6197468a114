// A run: steps that follow one another on a timer until the descent is over, the slide is left, or the page is hidden.

import { effect } from '@preact/signals-core';
import { isOver } from '../lesson/descent.ts';
import { descentOf } from '../slides/descents.ts';
import type { Presenter } from './presenter.ts';

const interval = 300;
const limit = 500;

export function startRunner(presenter: Presenter): void {
  const { store } = presenter;
  let timer = 0;
  const tick = (): void => {
    if (document.hidden) return;
    const { current } = store;
    const descent = descentOf(store.lesson.value, store.state.value.points, current);
    if (isOver(descent) || descent.path.length > limit) store.setRunning(false);
    else store.edit({ extra: current.extra + 1 });
  };
  effect(() => {
    const { running } = store.current;
    if (running && !timer) timer = window.setInterval(tick, interval);
    if (running) return;
    window.clearInterval(timer);
    timer = 0;
  });
}
