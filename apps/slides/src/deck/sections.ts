// The slides as reveal's sections. A section is drawn again when the state it shows has changed while it is current;
// the others rest.

import { effect } from '@preact/signals-core';
import { html, render, type TemplateResult } from 'lit';
import type { PointMove } from '../components/line-plot.ts';
import type { Line } from '../lesson/points.ts';
import type { Scene, Slide } from '../slides/slide.ts';
import type { Presenter } from './presenter.ts';

const stepNames = ['초기화', '미분 계산', '업데이트'] as const;

function heading({ step }: Slide): TemplateResult {
  if (!step) return html`<p class="eyebrow">2. Gradient descent (경사하강법)</p>`;
  return html`<ol class="eyebrow steps" aria-label="알고리즘의 단계">
    ${stepNames.map((name, i) => html`<li aria-current=${i + 1 === step ? 'step' : 'false'}>${name}</li>`)}
  </ol>`;
}

function draw(slide: Slide, scene: Scene): TemplateResult {
  if (slide.cover) return html`<div class="content">${slide.view(scene)}</div>`;
  return html`<header>${heading(slide)}<h2>${slide.heading ?? slide.title}</h2></header><div class="content">${slide.view(scene)}</div>`;
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

function notesOf({ notes }: Slide): HTMLElement {
  const aside = document.createElement('aside');
  aside.className = 'notes';
  aside.textContent = notes;
  return aside;
}

export interface Sections {
  /** Draws every slide in its present state, for the overview and for printing. */
  drawAll(): void;
}

export function makeSections(parent: HTMLElement, slides: readonly Slide[], presenter: Presenter): Sections {
  const { store } = presenter;
  const onPoint = ({ detail: { index, x, y } }: CustomEvent<PointMove>): void => store.movePoint(index, x, y);
  const onLine = ({ detail }: CustomEvent<Line>): void => presenter.moveLine(detail);
  const drawings = slides.map((slide) => {
    const section = document.createElement('section');
    section.id = slide.id;
    section.setAttribute('aria-label', slide.title);
    const body = document.createElement('div');
    body.className = 'slide';
    section.append(body, ...clockMarks(slide), notesOf(slide));
    parent.append(section);
    return (): void => {
      const { points, slides: states } = store.state.value;
      const state = states[slide.id] ?? slide.start;
      render(draw(slide, { state, points, lesson: store.lesson.value, onPoint, onLine }), body);
    };
  });
  const drawAll = (): void => {
    for (const drawing of drawings) drawing();
  };
  drawAll();
  effect(() => {
    const index = slides.findIndex(({ id }) => id === store.state.value.slide);
    drawings[index]?.();
  });
  return { drawAll };
}
