// Quiet sentences about what could not be done, or what was: one at a time, for a few seconds, above the title.

import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import { html, nothing, render } from 'lit';
import type { Bilingual } from '../language/language.ts';
import type { Store } from '../store/store.ts';

const seconds = 7;

export class Notices {
  private readonly waiting: Bilingual[] = [];
  private readonly current: Signal<Bilingual | undefined> = signal(undefined);

  get shown(): ReadonlySignal<Bilingual | undefined> {
    return this.current;
  }

  /** Says it, after what is being said. */
  say(text: Bilingual): void {
    if (this.current.value === text || this.waiting.includes(text)) return;
    this.waiting.push(text);
    if (!this.current.value) this.next();
  }

  private next(): void {
    const text = this.waiting.shift();
    this.current.value = text;
    if (text) window.setTimeout(() => this.next(), 1000 * seconds);
  }
}

export function showNotices(stage: HTMLElement, notices: Notices, store: Store): void {
  const place = document.createElement('div');
  place.className = 'notices';
  place.setAttribute('role', 'status');
  stage.append(place);
  effect(() => {
    const text = notices.shown.value?.[store.state.value.language];
    render(text ? html`<p>${text}</p>` : nothing, place);
  });
}
