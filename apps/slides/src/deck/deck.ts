// reveal.js, set up for this deck, and tied to the store: reveal says where we are, the store says what is seen.

import { effect } from '@preact/signals-core';
import Reveal, { type RevealApi } from 'reveal.js';
import { LiveElement } from '../components/live-element.ts';
import { listen } from '../keys/listen.ts';
import type { Slide } from '../slides/slide.ts';
import type { Store } from '../store/store.ts';
import { followReveal } from './follow.ts';
import { makeHelp } from './help.ts';
import { makeMenu } from './menu.ts';
import { announce } from './notes-channel.ts';
import { Presenter } from './presenter.ts';
import { routeOf } from './route.ts';
import { startRunner } from './runner.ts';
import { makeSections } from './sections.ts';
import { makeStrip } from './strip.ts';
import { startTiming } from './timing.ts';

function element(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`expected an element ${selector} in the page`);
  return found;
}

/** The page wears the theme and speaks the language of the state. */
function dress({ store, deck, slide }: Presenter): void {
  const { theme, language } = store.state.value;
  // Pictures on canvas watch for a change of theme: writing the same again would look like one.
  if (document.documentElement.dataset.theme !== theme) document.documentElement.dataset.theme = theme;
  if (document.documentElement.lang === language) return;
  document.documentElement.lang = language;
  document.title = slide.cover ? slide.title[language] : document.title;
  // Words of another language have other heights.
  if (deck.isReady()) deck.layout();
}

export async function startDeck(store: Store, slides: readonly Slide[]): Promise<void> {
  const root = element('.reveal');
  const stage = element('.reveal .slides');
  const deck: RevealApi = new Reveal(root, {
    width: 1280,
    height: 720,
    margin: 0,
    minScale: 0.1,
    maxScale: 8,
    center: false,
    hash: true,
    controls: false,
    progress: false,
    slideNumber: false,
    transition: 'none',
    backgroundTransition: 'none',
    // The deck's own keys work under Korean input methods and beside sliders: see `keys/`.
    keyboard: false,
    help: false,
    // Scroll view would rebuild the page from text.
    scrollActivationWidth: 0,
    // No page that embeds the deck may drive it.
    postMessage: false,
    postMessageEvents: false,
    showNotes: false,
  });
  const presenter = new Presenter(store, deck, routeOf(slides));
  effect(() => {
    LiveElement.engine = store.engine.value;
  });
  const sections = makeSections(stage, presenter);
  const timing = startTiming(presenter);
  const help = makeHelp(root, store);
  const menu = makeMenu(root, presenter, () => help.toggle());
  makeStrip(stage, presenter, timing, menu);
  followReveal(presenter);
  deck.on('overviewshown', sections.drawAll);
  effect(() => dress(presenter));
  await document.fonts.ready;
  await deck.initialize();
  listen(presenter, menu, help);
  startRunner(presenter);
  announce(presenter);
}
