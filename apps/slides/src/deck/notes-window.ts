// The presenter's second window: what to say on this slide, and what comes next.

import { html, render } from 'lit';
import type { Slide } from '../slides/slide.ts';
import { follow, type Whereabouts } from './notes-channel.ts';

function notes(slides: readonly Slide[], { slide: id, clock }: Whereabouts): unknown {
  const index = slides.findIndex((slide) => slide.id === id);
  const slide = slides[index];
  if (!slide) return html`<p class="quiet">슬라이드 창을 기다리는 중…</p>`;
  const next = slides[index + 1]?.title ?? '끝';
  return html`<p class="quiet">${index + 1} / ${slides.length} <span>클릭 ${clock} / ${slide.clicks}</span></p>
    <h1>${slide.title}</h1>
    <p>${slide.notes}</p>
    <p class="quiet">다음: ${next}</p>`;
}

export function showNotes(slides: readonly Slide[]): void {
  document.title = '발표자 노트';
  document.body.className = 'speaker';
  render(notes(slides, { slide: '', clock: 0 }), document.body);
  follow((whereabouts) => render(notes(slides, whereabouts), document.body));
}
