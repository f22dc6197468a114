// A run: ticks that follow one another until the slide says that it is over, the slide is left, or the page is hidden.

import { effect } from '@preact/signals-core';
import type { Presenter } from './presenter.ts';

const usual = 300;

function every(interval: number, tick: () => void): () => void {
  if (interval > 0) {
    const timer = window.setInterval(tick, interval);
    return () => window.clearInterval(timer);
  }
  let frame = requestAnimationFrame(function next() {
    frame = requestAnimationFrame(next);
    tick();
  });
  return () => cancelAnimationFrame(frame);
}

/** Ticks, `interval` milliseconds apart or with every frame, as long as `running` says so. Both may read signals. */
export function runWhile(running: () => boolean, interval: () => number | undefined, tick: () => void): void {
  let stop: (() => void) | undefined;
  effect(() => {
    const runs = running();
    if (runs && !stop) stop = every(interval() ?? usual, tick);
    if (runs) return;
    stop?.();
    stop = undefined;
  });
}

export function startRunner(presenter: Presenter): void {
  const { store, deck } = presenter;
  runWhile(
    () => store.current.running === true,
    () => presenter.slide.interval,
    () => {
      if (document.hidden || deck.isOverview()) return;
      const changes = presenter.slide.tick?.(presenter.given);
      store.edit(changes ?? { running: false });
    },
  );
}
