// reveal.js, set up for this deck, and tied to the store: reveal says where we are, the store says what is seen.

import { effect } from '@preact/signals-core';
import Reveal, { type RevealApi } from 'reveal.js';
import { listen } from '../keys/listen.ts';
import type { Slide } from '../slides/slide.ts';
import type { Store } from '../store/store.ts';
import { makeHelp } from './help.ts';
import { announce } from './notes-channel.ts';
import { Presenter } from './presenter.ts';
import { printing } from './printing.ts';
import { startRunner } from './runner.ts';
import { makeSections } from './sections.ts';
import { makeStrip } from './strip.ts';
import { startTiming } from './timing.ts';

function element(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`expected an element ${selector} in the page`);
  return found;
}

function followReveal(deck: RevealApi, presenter: Presenter, slides: readonly Slide[]): void {
  const { store } = presenter;
  let index = 0;
  const follow = (): void => {
    if (printing) return;
    const { h, f } = deck.getIndices();
    const slide = slides[h];
    if (!slide) return;
    const entered = h !== index;
    const jumped = Math.abs(h - index) > 1;
    index = h;
    // Whoever jumps, or walks in from the left, finds the start state; whoever walks back finds what was left.
    if (entered && jumped && (f ?? -1) >= 0) deck.navigateFragment(-1);
    if (entered && jumped) store.reset(slide.id);
    else if (entered && (f ?? -1) < 0) store.restart(slide.id);
    store.follow(slide.id, (deck.getIndices().f ?? -1) + 1);
  };
  for (const event of ['ready', 'slidechanged', 'fragmentshown', 'fragmenthidden']) deck.on(event, follow);
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
    pdfSeparateFragments: false,
    showNotes: false,
  });
  const presenter = new Presenter(store, deck, slides);
  const sections = makeSections(stage, slides, presenter);
  const timing = startTiming(presenter);
  makeStrip(stage, presenter, timing);
  const help = makeHelp(root);
  followReveal(deck, presenter, slides);
  deck.on('overviewshown', sections.drawAll);
  deck.on('pdf-ready', sections.drawAll);
  await document.fonts.ready;
  await deck.initialize();
  listen(presenter, help);
  startRunner(presenter);
  announce(presenter);
  effect(() => {
    document.documentElement.dataset.theme = store.state.value.theme;
  });
}
