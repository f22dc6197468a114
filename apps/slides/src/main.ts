// Starts the deck: the store gets the engines, reveal gets the slides, and the two are tied together.

import './theme/index.ts';
import { startDeck } from './deck/deck.ts';
import { keepOffline } from './offline/new-version.ts';
import { paperOf } from './paper/address.ts';
import { showPaper } from './paper/print.ts';
import { startReading } from './reading/reading.ts';
import { readingWanted } from './reading/wanted.ts';
import { slides } from './slides/index.ts';
import { engines } from './store/engine.ts';
import { Store } from './store/store.ts';

const address = new URLSearchParams(location.search);
const language = address.get('lang') === 'en' ? 'en' : 'ko';
const paper = paperOf(address);
const starts = Object.fromEntries(
  slides.map(({ id, start, clicks }) => [id, paper ? { ...start, clock: clicks } : start]),
);
const store = new Store(engines, starts, language);

if (paper) void showPaper(store, slides, paper, address.get('theme') === 'dark' ? 'dark' : 'light');
else {
  if (readingWanted(address)) startReading(store, slides);
  else void startDeck(store, slides);
  // `deck.html` has nothing to keep, and a page under development changes all the time.
  if (import.meta.env.MODE === 'production') keepOffline();
}
