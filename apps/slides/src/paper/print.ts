// The deck for paper: every slide in its finished state, laid out by the browser for its own printing.

import { render } from 'lit';
import { LiveElement } from '../components/live-element.ts';
import { routeOf } from '../deck/route.ts';
import { saying } from '../language/language.ts';
import type { Slide } from '../slides/slide.ts';
import type { Theme } from '../store/state.ts';
import type { Store } from '../store/store.ts';
import type { Paper } from './address.ts';
import { handout } from './handout.ts';
import { notes } from './notes.ts';

/** Draws what is to be printed; `data-ready` on the page's body says that its words are there in their fonts. */
export async function showPaper(store: Store, slides: readonly Slide[], paper: Paper, theme: Theme): Promise<void> {
  const { language } = store.state.value;
  const { documentElement, body } = document;
  const title = slides[0]?.title[language] ?? '';
  documentElement.lang = language;
  documentElement.dataset.theme = theme;
  document.title = paper.kind === 'notes' ? `${title} – ${saying(language)('발표자 노트', 'Speaker notes')}` : title;
  // reveal's stylesheet has plain words in mind when a page is printed; by this name it lets the page alone.
  documentElement.classList.add('print-pdf');
  body.className = `paper ${paper.kind}`;
  body.replaceChildren();
  LiveElement.engine = store.engine.value;
  const route = routeOf(slides);
  render(paper.kind === 'notes' ? notes(store, route) : handout(store, route, paper.perPage), body);
  await document.fonts.ready;
  body.dataset.ready = '';
}
