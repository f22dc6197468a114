// The three numbered steps of the algorithm, which head the slides after it.

import { html, type TemplateResult } from 'lit';
import type { Say } from '../../language/language.ts';

/** The steps above the title, with one of them marked. */
export const eyebrowOf =
  (current: 1 | 2 | 3) =>
  (say: Say): TemplateResult => {
    const steps = [say('초기화', 'Initialise'), say('미분 계산', 'Derivatives'), say('업데이트', 'Update')];
    return html`<ol class="eyebrow steps" aria-label=${say('알고리즘의 단계', 'Steps of the algorithm')}>
      ${steps.map((name, i) => html`<li aria-current=${i + 1 === current ? 'step' : 'false'}>${name}</li>`)}
    </ol>`;
  };
