// The handout: every slide in its finished state, one or several on a page.

import { html, type TemplateResult } from 'lit';
import { placeText, type Route } from '../deck/route.ts';
import type { Store } from '../store/store.ts';
import type { PerPage } from './address.ts';
import { pane } from './pane.ts';

interface Sheet {
  readonly turned: boolean;
  /** Of a slide, in millimetres. */
  readonly width: number;
}

/** A4, margins of 10 mm, gaps of 8 mm. */
const sheets: Readonly<Record<PerPage, Sheet>> = {
  1: { turned: true, width: 277 },
  2: { turned: false, width: 190 },
  4: { turned: true, width: 134.5 },
  6: { turned: false, width: 91 },
};

export function handout(store: Store, route: Route, perPage: PerPage): TemplateResult[] {
  const { turned, width } = sheets[perPage];
  const pages = Array.from({ length: Math.ceil(route.slides.length / perPage) }, (_, page) => page * perPage);
  return pages.map(
    (first) => html`<section class="sheet ${turned ? 'turned' : ''}">
      ${route.slides
        .slice(first, first + perPage)
        .map((slide, i) => pane(store, slide, placeText(route, first + i), width))}
    </section>`,
  );
}
