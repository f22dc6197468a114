// What to say on a slide, what to ask, and what comes next, in the language the presenter reads.

import { html, type TemplateResult } from 'lit';
import type { Presenter } from '../deck/presenter.ts';
import { type Language, languageNames, languages, saying } from '../language/language.ts';
import { parts } from '../slides/lecture.ts';

export function notes(
  { slide, store }: Presenter,
  language: Language,
  choose: (language: Language) => void,
): TemplateResult {
  const say = saying(language);
  return html`<header>
      <p class="quiet">${parts[slide.part][language]}</p>
      <p class="quiet clicks">${say('클릭', 'click')} ${store.current.clock} / ${slide.clicks}</p>
      <div class="choice" role="group" aria-label=${say('노트의 언어', 'Language of the notes')}>
        ${languages.map((one) => html`<button type="button" lang=${one} aria-pressed=${one === language ? 'true' : 'false'} @click=${() => choose(one)}>${languageNames[one]}</button>`)}
      </div>
    </header>
    <div class="text" lang=${language} tabindex="0" role="region" aria-label=${say('노트', 'Notes')}>
      <h1>${slide.title[language]}</h1>
      <p>${slide.notes.say[language]}</p>
      <p class="ask"><b>${say('질문', 'Ask')}</b> ${slide.notes.ask[language]}</p>
    </div>`;
}
