// The slides as reveal's sections. A section is drawn again when the state it shows has changed while it is current. Of
// the others only those one step away are kept drawn, so that a step shows what is already there: the rest of a lecture
// would be started with the page, and gone over by each collection of garbage in the middle of a drag.

import { computed, effect } from '@preact/signals-core';
import { nothing, render } from 'lit';
import type { Slide } from '../slides/slide.ts';
import type { Presenter } from './presenter.ts';
import { sceneOf, slideContent } from './scene.ts';

/** reveal's fragments are the clock; they carry no content of their own. */
function clockMarks({ clicks }: Slide): HTMLElement[] {
  return Array.from({ length: clicks }, (_, index) => {
    const mark = document.createElement('span');
    mark.className = 'fragment clock';
    mark.dataset.fragmentIndex = String(index);
    mark.setAttribute('aria-hidden', 'true');
    return mark;
  });
}

/** A slide's section, with what it shows or empty. */
class Section {
  readonly element: HTMLElement = document.createElement('section');
  private readonly body: HTMLElement = document.createElement('div');
  private readonly slide: Slide;
  private readonly presenter: Presenter;
  isDrawn = false;

  constructor(slide: Slide, presenter: Presenter) {
    this.slide = slide;
    this.presenter = presenter;
    this.element.id = slide.id;
    this.element.dataset.slide = slide.id;
    this.body.className = 'slide';
    this.element.append(this.body, ...clockMarks(slide));
  }

  draw(): void {
    const { slide } = this;
    const scene = sceneOf(this.presenter.store, slide, this.presenter);
    this.element.setAttribute('aria-label', slide.title[scene.language]);
    render(slideContent(slide, scene), this.body);
    this.isDrawn = true;
  }

  clear(): void {
    if (this.isDrawn) render(nothing, this.body);
    this.isDrawn = false;
  }
}

/** Safari has no idle callbacks. */
const whenIdle: (callback: () => void) => unknown =
  'requestIdleCallback' in window
    ? (callback) => requestIdleCallback(callback)
    : (callback) => setTimeout(callback, 50);
/** A slide has the page to itself until it has been shown for so long, in milliseconds. */
const settling = 400;

export function makeSections(parent: HTMLElement, presenter: Presenter): void {
  const { deck, store, route } = presenter;
  let stack = parent;
  const sections = route.slides.map((slide, index) => {
    const alone = !slide.below && !route.slides[index + 1]?.below;
    if (!slide.below) stack = alone ? parent : parent.appendChild(document.createElement('section'));
    const section = new Section(slide, presenter);
    stack.append(section.element);
    return section;
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settleLater = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => whenIdle(settle), settling);
  };
  /** One slide at a time: none of them may hold up what is done with the current one. */
  const settle = (): void => {
    if (deck.isOverview()) return;
    const kept = new Set([presenter.index, ...route.beside(presenter.index)]);
    for (const [index, section] of sections.entries()) if (!kept.has(index)) section.clear();
    const missing = sections.find(({ isDrawn }, index) => !isDrawn && kept.has(index));
    if (!missing) return;
    missing.draw();
    whenIdle(settle);
  };
  const current = computed(() => route.indexOf(store.slide.value));
  effect(() => sections[current.value]?.draw());
  effect(() => {
    if (current.value >= 0) settleLater();
  });
  deck.on('overviewshown', () => {
    for (const section of sections) section.draw();
  });
  deck.on('overviewhidden', settleLater);
}
