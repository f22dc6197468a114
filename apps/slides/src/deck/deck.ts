// reveal.js, set up for this deck, and tied to the store: reveal says where we are, the store says what is seen.

import { effect } from '@preact/signals-core';
import Reveal, { type RevealApi } from 'reveal.js';
import { LiveElement } from '../components/live-element.ts';
import { makeOverlay } from '../ink/overlay.ts';
import { listen } from '../keys/listen.ts';
import { fillLectern, layOutLectern } from '../lectern/lectern.ts';
import { makeLinkDialog } from '../link/link-dialog.ts';
import { openLinks } from '../link/open-link.ts';
import type { Slide } from '../slides/slide.ts';
import type { Store } from '../store/store.ts';
import { attend } from '../sync/attend.ts';
import type { Lecture } from '../sync/lecture.ts';
import { isLectern } from '../sync/session.ts';
import { Desk } from './desk.ts';
import { followReveal } from './follow.ts';
import { makeHelp } from './help.ts';
import { makeMenu } from './menu.ts';
import { Notices, showNotices } from './notices.ts';
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
  const [theme, language] = [store.theme.value, store.language.value];
  // Pictures on canvas watch for a change of theme: writing the same again would look like one.
  if (document.documentElement.dataset.theme !== theme) document.documentElement.dataset.theme = theme;
  if (document.documentElement.lang === language) return;
  document.documentElement.lang = language;
  document.title = slide.cover ? slide.title[language] : document.title;
  // Words of another language have other heights.
  if (deck.isReady()) deck.layout();
}

/** The audience's windows are blank when the lecture says so; a press of reveal's curtain lifts it everywhere. */
function curtain(deck: RevealApi, lecture: Lecture): void {
  if (lecture.role === 'lectern') return;
  effect(() => void deck.togglePause(lecture.screen.value.blank));
  deck.on('resumed', () => {
    if (lecture.screen.peek().blank) lecture.setScreen({ blank: false });
  });
}

export async function startDeck(store: Store, slides: readonly Slide[]): Promise<void> {
  const root = element('.reveal');
  const stage = element('.reveal .slides');
  const main = isLectern ? layOutLectern(root) : undefined;
  const deck: RevealApi = new Reveal(root, {
    embedded: main !== undefined,
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
  const notices = new Notices();
  const { lecture, session, alone, arrive } = attend(presenter, notices);
  const desk = new Desk(presenter, lecture, notices, session);
  const openFirst = openLinks(slides, presenter, notices);
  effect(() => {
    LiveElement.engine = store.engine.value;
  });
  makeSections(stage, presenter);
  const timing = startTiming(presenter);
  const help = makeHelp(root, store);
  const menu = makeMenu(root, presenter, desk, () => help.toggle());
  const link = makeLinkDialog(root, desk, store);
  makeStrip(stage, presenter, timing, menu);
  makeOverlay(stage, desk, store);
  showNotices(stage, notices, store);
  followReveal(presenter);
  effect(() => dress(presenter));
  await document.fonts.ready;
  await deck.initialize();
  lecture.begin();
  arrive(!(await openFirst()));
  curtain(deck, lecture);
  listen(presenter, desk, { menu, help, link });
  startRunner(presenter, lecture);
  if (main) fillLectern(main, presenter, desk, { mirroring: lecture.connected ? undefined : alone });
}
