// The store follows reveal: which slide it shows, and how many of its fragments are seen.

import type { Presenter } from './presenter.ts';

export function followReveal(presenter: Presenter): void {
  const { deck, store, route } = presenter;
  let last = -1;
  const clock = (): number => (deck.getIndices().f ?? -1) + 1;
  const follow = (): void => {
    const { h, v } = deck.getIndices();
    const index = route.at(h, v);
    const slide = route.slides[index];
    if (!slide) return;
    if (presenter.entrance === 'mirrored') {
      last = index;
      return;
    }
    if (index !== last) {
      const from = route.places[last];
      last = index;
      // A swipe moves reveal by itself, one slide at a time.
      const swiped = from && Math.abs(h - from.h) + Math.abs(v - from.v) === 1;
      const entrance = presenter.entrance ?? (swiped ? (h < from.h || v < from.v ? 'back' : 'forward') : 'jump');
      if (entrance === 'jump' && clock() > 0) deck.navigateFragment(-1);
      if (entrance === 'jump') store.reset(slide.id);
      if (entrance === 'forward') store.restart(slide.id);
    }
    store.follow(slide.id, clock());
  };
  for (const event of ['ready', 'slidechanged', 'fragmentshown', 'fragmenthidden']) deck.on(event, follow);
}
