// The presenter's second window: what to say on this slide, what to ask, the plan of the time, and what comes next.

import { html, render } from 'lit';
import { saying } from '../language/language.ts';
import { parts } from '../slides/lecture.ts';
import type { Slide } from '../slides/slide.ts';
import { follow, type Whereabouts } from './notes-channel.ts';
import { minutesBefore, type Route, routeOf } from './route.ts';

function notes(route: Route, { slide: id, clock, language }: Whereabouts): unknown {
  const say = saying(language);
  const { slides } = route;
  const index = route.indexOf(id);
  const slide = slides[index];
  if (!slide) return html`<p class="quiet">${say('슬라이드 창을 기다리는 중…', 'Waiting for the slides…')}</p>`;
  const onLine = (other: Slide): boolean => !other.below && (other.part === 'appendix') === (slide.part === 'appendix');
  const next = slides.slice(index + 1).find(onLine);
  const minutes = (amount: number): string => say(`${amount}분`, `${amount} min`);
  const plan =
    slide.below || slide.part === 'appendix'
      ? html`<span>${minutes(slide.minutes)}</span>`
      : html`<span>${minutes(slide.minutes)}</span>
        <span>${say('여기까지', 'so far')} ${minutes(minutesBefore(route, index) + slide.minutes)} / ${minutes(route.minutes)}</span>`;
  return html`<p class="quiet">${parts[slide.part][language]}</p>
    <h1>${slide.title[language]}</h1>
    <p class="quiet plan">${plan} <span>${say('클릭', 'click')} ${clock} / ${slide.clicks}</span></p>
    <p>${slide.notes.say[language]}</p>
    <p class="ask"><b>${say('질문', 'Ask')}</b> ${slide.notes.ask[language]}</p>
    <p class="quiet">${say('다음', 'Next')}: ${next?.title[language] ?? say('끝', 'the end')}</p>`;
}

export function showNotes(slides: readonly Slide[]): void {
  const route = routeOf(slides);
  const show = (whereabouts: Whereabouts): void => {
    document.documentElement.lang = whereabouts.language;
    document.title = saying(whereabouts.language)('발표자 노트', 'Speaker notes');
    render(notes(route, whereabouts), document.body);
  };
  document.body.className = 'speaker';
  show({ slide: '', clock: 0, language: 'ko' });
  follow(show);
}
