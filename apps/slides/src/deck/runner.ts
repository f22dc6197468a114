// A run: ticks that follow one another until the slide says that it is over, the slide is left, or the page is hidden.

import { effect } from '@preact/signals-core';
import type { Presenter } from './presenter.ts';

const usual = 300;

export function startRunner(presenter: Presenter): void {
  const { store, deck } = presenter;
  let stop: (() => void) | undefined;
  const tick = (): void => {
    if (document.hidden || deck.isOverview()) return;
    const changes = presenter.slide.tick?.(presenter.given);
    store.edit(changes ?? { running: false });
  };
  const start = (interval: number): (() => void) => {
    if (interval > 0) {
      const timer = window.setInterval(tick, interval);
      return () => window.clearInterval(timer);
    }
    let frame = requestAnimationFrame(function next() {
      frame = requestAnimationFrame(next);
      tick();
    });
    return () => cancelAnimationFrame(frame);
  };
  effect(() => {
    const running = store.current.running === true;
    if (running && !stop) stop = start(presenter.slide.interval ?? usual);
    if (running) return;
    stop?.();
    stop = undefined;
  });
}
