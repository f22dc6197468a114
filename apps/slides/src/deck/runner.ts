// A run: ticks that follow one another until the slide says that it is over, the slide is left, or the page is hidden.
// Of several windows the leader's runs, one tick a turn however long the pause before it; the others look on, and one of
// them takes over when nothing comes any more.

import { effect } from '@preact/signals-core';
import type { Lecture } from '../sync/lecture.ts';
import type { Presenter } from './presenter.ts';

const usual = 300;
/** Milliseconds without a tick after which the leader is taken to be gone, hidden or asleep. */
const patience = 2000;

export function startRunner(presenter: Presenter, lecture: Lecture): void {
  const { store, deck } = presenter;
  let stop: (() => void) | undefined;
  let role = '';
  const tick = (): void => {
    if (document.hidden || deck.isOverview()) return;
    const changes = presenter.slide.tick?.(presenter.given);
    lecture.tick(() => store.edit(changes ?? { running: false }));
  };
  const run = (interval: number): (() => void) => {
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
  const lookOn = (): (() => void) => {
    lecture.heard = performance.now();
    const timer = window.setInterval(() => {
      if (!document.hidden && performance.now() - lecture.heard > patience) lecture.lead();
    }, patience / 4);
    return () => window.clearInterval(timer);
  };
  effect(() => {
    const running = store.current.running === true && !lecture.isFrozen;
    const next = running ? `${lecture.leading.value ? 'run' : 'look on'} ${store.state.value.slide}` : '';
    if (next === role) return;
    role = next;
    stop?.();
    stop = undefined;
    if (running) stop = lecture.leading.value ? run(presenter.slide.interval ?? usual) : lookOn();
  });
}
