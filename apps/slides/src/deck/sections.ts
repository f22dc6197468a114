// The slides as reveal's sections. A section is drawn again when the state it shows has changed while it is current;
// the others rest.

import { effect } from '@preact/signals-core';
import { render } from 'lit';
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

export interface Sections {
  /** Draws every slide in its present state, for the overview. */
  drawAll(): void;
}

export function makeSections(parent: HTMLElement, presenter: Presenter): Sections {
  const { store, route } = presenter;
  let stack = parent;
  const drawings = route.slides.map((slide, index) => {
    const alone = !slide.below && !route.slides[index + 1]?.below;
    if (!slide.below) stack = alone ? parent : parent.appendChild(document.createElement('section'));
    const section = document.createElement('section');
    section.id = slide.id;
    section.dataset.slide = slide.id;
    const body = document.createElement('div');
    body.className = 'slide';
    section.append(body, ...clockMarks(slide));
    stack.append(section);
    return (): void => {
      const scene = sceneOf(store, slide, presenter);
      section.setAttribute('aria-label', slide.title[scene.language]);
      render(slideContent(slide, scene), body);
    };
  });
  const drawAll = (): void => {
    for (const drawing of drawings) drawing();
  };
  drawAll();
  effect(() => drawings[route.indexOf(store.slide.value)]?.());
  return { drawAll };
}
