// The speaker's notes: what to say and what to ask, with the plan of the time, beside a small picture of each slide.

import { html, nothing, type TemplateResult } from 'lit';
import { minutesBefore, placeText, type Route } from '../deck/route.ts';
import { saying } from '../language/language.ts';
import { parts } from '../slides/lecture.ts';
import type { Store } from '../store/store.ts';
import { pane } from './pane.ts';

/** Of a slide's picture, in millimetres. */
const width = 62;

export function notes(store: Store, route: Route): TemplateResult {
  const { language } = store.state.value;
  const say = saying(language);
  const minutes = (amount: number): string => say(`${amount}분`, `${amount} min`);
  return html`<main>
    <h1>${say('발표자 노트', 'Speaker notes')}</h1>
    <p class="quiet">${route.slides[0]?.title[language]} · ${minutes(route.minutes)}</p>
    ${route.slides.map((slide, index) => {
      const { part, below, title, notes: text, clicks } = slide;
      const begins = part !== route.slides[index - 1]?.part;
      const timed = !below && part !== 'appendix';
      return html`${begins ? html`<h2>${parts[part][language]}</h2>` : nothing}
        <article>
          ${pane(store, slide, placeText(route, index), width)}
          <div>
            <h3>${title[language]}</h3>
            <p class="quiet">
              ${timed ? html`<span>${say(`${minutesBefore(route, index)}분부터`, `from minute ${minutesBefore(route, index)}`)}</span>` : nothing}
              <span>${minutes(slide.minutes)}</span> <span>${say(`클릭 ${clicks}번`, clicks === 1 ? '1 click' : `${clicks} clicks`)}</span>
            </p>
            <p>${text.say[language]}</p>
            <p><b>${say('질문', 'Ask')}</b> ${text.ask[language]}</p>
          </div>
        </article>`;
    })}
  </main>`;
}
