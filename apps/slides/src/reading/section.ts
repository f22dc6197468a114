// One slide in the column: its content, its clock, its controls, and its notes where they are wanted.

import { html, nothing, type TemplateResult } from 'lit';
import { sceneOf, slideContent } from '../deck/scene.ts';
import { button } from '../slides/controls.ts';
import type { Slide } from '../slides/slide.ts';
import type { Store } from '../store/store.ts';

/** How a slide in the column acts on the store, and on the column. */
export interface Reader {
  readonly store: Store;
  visit(id: string): void;
}

/** Back to the start of its clock, with some values changed. */
function restart({ store }: Reader, { id }: Slide, changes: object): void {
  store.edit({ clock: 0, ...changes }, id);
}

function back({ store }: Reader, slide: Slide): void {
  const state = store.state.value.slides[slide.id] ?? slide.start;
  const undone = slide.undo?.(state);
  store.edit(undone ? { ...undone, running: false } : { clock: Math.max(0, state.clock - 1) }, slide.id);
}

export function sectionContent(reader: Reader, slide: Slide, place: string, withNotes: boolean): TemplateResult {
  const { store } = reader;
  const { id, clicks, notes } = slide;
  const scene = sceneOf(store, slide, {
    restart: (changes) => restart(reader, slide, changes),
    visit: (other) => reader.visit(other),
  });
  const { say, language, state } = scene;
  const { clock } = state;
  return html`<p class="place">${place}</p>
    <div class="slide">${slideContent(slide, scene)}</div>
    ${
      clicks > 0
        ? html`<div class="clock-buttons" role="group" aria-label=${say('단계', 'Steps')}>
          ${button(say('뒤로', 'Back'), () => back(reader, slide), { disabled: clock === 0 && !slide.undo?.(state) })}
          <span aria-live="polite">${clock} / ${clicks}</span>
          ${button(say('다음', 'Next'), () => store.edit({ clock: clock + 1 }, id), { disabled: clock >= clicks })}
        </div>`
        : nothing
    }
    <div class="tools">
      ${button(say('처음 값', 'Reset'), () => store.reset(id), { disabled: !store.isSlideChanged(id) })}
      ${slide.random ? button(say('임의의 시작', 'Random'), () => restart(reader, slide, slide.random?.(scene) ?? {})) : nothing}
      ${slide.tick ? button(state.running ? say('멈춤', 'Pause') : say('실행', 'Run'), () => store.edit({ running: !state.running }, id)) : nothing}
      ${slide.controls?.(scene) ?? nothing}
    </div>
    ${
      withNotes
        ? html`<aside aria-label=${say('노트', 'Notes')}><p>${notes.say[language]}</p><p><b>${say('질문', 'Ask')}</b> ${notes.ask[language]}</p></aside>`
        : nothing
    }`;
}
