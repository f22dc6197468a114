// A slide drawn from the store's state: the same content for the deck, for a column to be read, and for paper.

import { html, type TemplateResult } from 'lit';
import { saying } from '../language/language.ts';
import { parts } from '../slides/lecture.ts';
import type { Scene, Slide } from '../slides/slide.ts';
import type { Store } from '../store/store.ts';

/** What a slide may do that takes more than the store. */
export interface Acts {
  restart(changes: object): void;
  visit(id: string): void;
}

/** What a slide sees, and what it may do, when its state is this. */
export function sceneOf(store: Store, slide: Slide, acts: Acts): Scene {
  const { points, given: data, slides, language } = store.state.value;
  return {
    state: slides[slide.id] ?? slide.start,
    points,
    data,
    engine: store.engine.value,
    language,
    say: saying(language),
    set: (changes) => store.edit(changes, slide.id),
    restart: (changes) => acts.restart(changes),
    movePoints: (moved) => store.movePoints(moved),
    giveData: (given) => store.giveData(given),
    visit: (id) => acts.visit(id),
  };
}

/** A slide: the part of the lecture, its title, and below them its view. */
export function slideContent(slide: Slide, scene: Scene): TemplateResult {
  const { say, language } = scene;
  if (slide.cover) return html`<div class="content">${slide.view(scene)}</div>`;
  const eyebrow = slide.eyebrow?.(say) ?? html`<p class="eyebrow">${parts[slide.part][language]}</p>`;
  return html`<header>${eyebrow}<h2>${slide.heading?.(say) ?? slide.title[language]}</h2></header><div class="content">${slide.view(scene)}</div>`;
}
