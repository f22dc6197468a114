// The slides as reveal's sections. A section is drawn again when the state it shows has changed while it is current;
// the others rest.

import { effect } from '@preact/signals-core';
import { html, render, type TemplateResult } from 'lit';
import { saying } from '../language/language.ts';
import { parts } from '../slides/lecture.ts';
import type { Scene, Slide } from '../slides/slide.ts';
import type { Presenter } from './presenter.ts';

/** A slide as the audience sees it, its clock and the strip aside. */
export function draw(slide: Slide, scene: Scene): TemplateResult {
  const { say, language } = scene;
  if (slide.cover) return html`<div class="content">${slide.view(scene)}</div>`;
  const eyebrow = slide.eyebrow?.(say) ?? html`<p class="eyebrow">${parts[slide.part][language]}</p>`;
  return html`<header>${eyebrow}<h2>${slide.heading?.(say) ?? slide.title[language]}</h2></header><div class="content">${slide.view(scene)}</div>`;
}

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

/** What a slide sees, and what it may do, when its state is this. */
export function sceneOf(presenter: Presenter, slide: Slide): Scene {
  const { store } = presenter;
  const { points, given: data, slides, language } = store.state.value;
  return {
    state: slides[slide.id] ?? slide.start,
    points,
    data,
    engine: store.engine.value,
    language,
    say: saying(language),
    set: (changes) => store.edit(changes, slide.id),
    restart: (changes) => presenter.restart(changes),
    movePoints: (moved) => store.movePoints(moved),
    giveData: (given) => store.giveData(given),
    visit: (id) => presenter.visit(id),
  };
}

export interface Sections {
  /** Draws every slide in its present state, for the overview and for printing. */
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
      const scene = sceneOf(presenter, slide);
      section.setAttribute('aria-label', slide.title[scene.language]);
      render(draw(slide, scene), body);
    };
  });
  const drawAll = (): void => {
    for (const drawing of drawings) drawing();
  };
  drawAll();
  effect(() => drawings[route.indexOf(store.slide.value)]?.());
  return { drawAll };
}
