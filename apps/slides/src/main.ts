// Starts the deck: the store gets the engines, reveal gets the slides, and the two are tied together.

import './theme/index.ts';
import { startDeck } from './deck/deck.ts';
import { isNotesWindow } from './deck/notes-channel.ts';
import { showNotes } from './deck/notes-window.ts';
import { printing } from './deck/printing.ts';
import { keepOffline } from './offline/new-version.ts';
import { slides } from './slides/index.ts';
import { engines } from './store/engine.ts';
import { Store } from './store/store.ts';

const starts = Object.fromEntries(
  slides.map(({ id, start, clicks }) => [id, printing ? { ...start, clock: clicks } : start]),
);
const language = new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'ko';

if (isNotesWindow) showNotes(slides);
else {
  void startDeck(new Store(engines, starts, language), slides);
  // `deck.html` has nothing to keep, and a page under development changes all the time.
  if (import.meta.env.MODE === 'production') keepOffline();
}
