// A run: ticks that follow one another until the slide says that it is over, the slide is left, or the page is hidden.
// Of several windows the leader's runs, one tick a turn however long the pause before it; the others look on, and one of
// them takes over when nothing comes any more.

import { effect } from '@preact/signals-core';
import type { Lecture } from '../sync/lecture.ts';
import type { Presenter } from './presenter.ts';

const usual = 300;
/** Milliseconds without a tick after which the leader is taken to be gone, hidden or asleep. */
const patience = 2000;

/** Ticks, `interval` milliseconds apart, or at 0 with every frame, until the function that it returns is called. */
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

/** Ticks as long as `running` says so, at the slide's interval. Both may read signals. */
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

export function startRunner(presenter: Presenter, lecture: Lecture): void {
  const { store, deck } = presenter;
  let stop: (() => void) | undefined;
  let role = '';
  const tick = (): void => {
    if (document.hidden || deck.isOverview()) return;
    const changes = presenter.slide.tick?.(presenter.given);
    lecture.tick(() => store.edit(changes ?? { running: false }));
  };
  const lookOn = (): (() => void) => {
    lecture.heard = performance.now();
    return every(patience / 4, () => {
      if (!document.hidden && performance.now() - lecture.heard > patience) lecture.lead();
    });
  };
  effect(() => {
    const running = store.current.running === true && !lecture.isFrozen;
    const next = running ? `${lecture.leading.value ? 'run' : 'look on'} ${store.state.value.slide}` : '';
    if (next === role) return;
    role = next;
    stop?.();
    stop = undefined;
    if (running) stop = lecture.leading.value ? every(presenter.slide.interval ?? usual, tick) : lookOn();
  });
}
