// The way to the other view, slides or column: what is seen goes along.

import { html, type TemplateResult } from 'lit';
import { hashOf } from '../link/link.ts';
import type { Slide } from '../slides/slide.ts';
import type { DeckState } from '../store/state.ts';
import { addressOf } from './wanted.ts';

/** `deck` gives the state that shows `slide`; it is asked when the link is taken, not at every change. */
export function otherView(
  view: 'reading' | 'slides',
  slide: Slide,
  deck: () => DeckState,
  words: string,
): TemplateResult {
  const go = async (event: MouseEvent): Promise<void> => {
    // Into another tab the browser takes the plain address.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    location.assign(addressOf(view, await hashOf(slide, deck())));
  };
  return html`<a href=${addressOf(view, `#/${slide.id}`)} @click=${go}>${words}</a>`;
}
