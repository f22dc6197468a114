// A slide on paper: the stage at another size, with the slide's number and with no strip.

import { html, type TemplateResult } from 'lit';
import { sceneOf, slideContent } from '../deck/scene.ts';
import type { Slide } from '../slides/slide.ts';
import type { Store } from '../store/store.ts';

/** Width of the stage in CSS pixels, of which there are 96 to an inch. */
const stageWidth = 1280;
const perMillimetre = 96 / 25.4;

/** The slide as it stands in the store, `width` millimetres wide. */
export function pane(store: Store, slide: Slide, number: string, width: number): TemplateResult {
  const scene = sceneOf(store, slide, { restart: () => undefined, visit: () => undefined });
  return html`<div class="pane" style="width: ${width}mm">
    <div class="reveal" style="transform: scale(${(width * perMillimetre) / stageWidth})">
      <div class="slide">${slideContent(slide, scene)}</div>
      <p class="place">${number}</p>
    </div>
  </div>`;
}
