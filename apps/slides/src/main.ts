// Starts the deck: the store gets the engines, reveal gets the slides, and the two are tied together.

import './theme/index.ts';
import { startDeck } from './deck/deck.ts';
import { printing } from './deck/printing.ts';
import { slides } from './slides/index.ts';
import { engines } from './store/engine.ts';
import { Store } from './store/store.ts';

const starts = Object.fromEntries(
  slides.map(({ id, start, clicks }) => [id, printing ? { ...start, clock: clicks } : start]),
);
const language = new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'ko';

void startDeck(new Store(engines, starts, language), slides);
