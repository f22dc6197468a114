// The presenter's own view: the slide, live and to be operated, beside the next one, with the notes, the time and the
// audience's screen.

import { effect, signal } from '@preact/signals-core';
import { html, render } from 'lit';
import type { Desk } from '../deck/desk.ts';
import type { Presenter } from '../deck/presenter.ts';
import { type Language, saying } from '../language/language.ts';
import { clock } from './clock.ts';
import { showNextSlide } from './next-slide.ts';
import { notes } from './notes.ts';
import { started } from './timer.ts';
import { type Faults, tools } from './tools.ts';

/** Milliseconds between two calls for the other windows, and after which one that does not answer is gone. */
const often = 2000;
const gone = 3 * often;

function part(parent: HTMLElement, tag: string, name: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  parent.append(element);
  return element;
}

/** Puts the deck into the presenter's view, before reveal measures it. */
export function layOutLectern(root: HTMLElement): HTMLElement {
  document.documentElement.classList.add('at-lectern');
  const main = document.createElement('main');
  main.className = 'lectern';
  root.replaceWith(main);
  part(main, 'div', 'lectern-slide').append(root);
  return main;
}

/** The timer starts with the first step of the lecture, if nobody has started it. */
function startWithFirstStep({ store }: Presenter, { lecture }: Desk): void {
  const from = store.state.value;
  const clockAtStart = store.current.clock;
  const stop = effect(() => {
    const { slide } = store.state.value;
    const { clock: now } = store.current;
    if (slide === from.slide && now === clockAtStart) return;
    const timer = lecture.timer.peek();
    if (timer.since === null && timer.counted === 0) lecture.setTimer(started(timer, Date.now()));
    queueMicrotask(() => stop());
  });
}

function lookAround({ lecture }: Desk): void {
  const call = (): void => {
    lecture.call();
    const now = performance.now();
    const there = [...lecture.peers.value].filter(([, { at }]) => now - at < gone);
    if (there.length !== lecture.peers.value.size) lecture.peers.value = new Map(there);
  };
  call();
  window.setInterval(call, often);
}

export function fillLectern(main: HTMLElement, presenter: Presenter, desk: Desk, faults: Faults): void {
  const { store } = presenter;
  const now = signal(Date.now());
  /** The language of the notes, where it was chosen: else they go with the slides. */
  const chosen = signal<Language | undefined>(undefined);
  const textPlace = part(main, 'section', 'lectern-notes');
  const side = part(main, 'aside', 'lectern-side');
  const clockPlace = part(side, 'section', 'lectern-clock');
  const nextPlace = part(side, 'section', 'lectern-next');
  const nextTitle = part(nextPlace, 'p', 'lectern-title');
  const frame = part(nextPlace, 'div', 'lectern-preview');
  const toolsPlace = part(side, 'section', 'lectern-desk');
  // After a press with the pointer the keys belong to the deck again.
  main.addEventListener('click', ({ detail, target }) => {
    const pressed = target instanceof Element ? target.closest('button') : null;
    if (detail > 0) pressed?.blur();
  });
  effect(() => {
    const { language } = store.state.value;
    document.title = `${saying(language)('발표자 화면', 'Presenter view')} · ${presenter.slide.title[language]}`;
    render(
      notes(presenter, chosen.value ?? language, (one) => (chosen.value = one)),
      textPlace,
    );
  });
  effect(() => {
    const { language } = store.state.value;
    const say = saying(language);
    clockPlace.setAttribute('aria-label', say('시간', 'Time'));
    nextPlace.setAttribute('aria-label', say('다음 슬라이드', 'Next slide'));
    const next = presenter.route.slides[presenter.following];
    render(html`${say('다음', 'Next')}: <b>${next?.title[language] ?? say('끝', 'the end')}</b>`, nextTitle);
    render(tools(desk, store.state.value, faults, language, say), toolsPlace);
  });
  effect(() => {
    const { language } = store.state.value;
    render(clock(presenter, desk, saying(language), language, now.value), clockPlace);
  });
  window.setInterval(() => (now.value = Date.now()), 1000);
  showNextSlide(frame, presenter);
  startWithFirstStep(presenter, desk);
  lookAround(desk);
}
