// The presenter's second window: what it is told, and how it is opened. reveal's own notes view writes scripts into an
// empty page, which the deck's policy forbids.

import { effect } from '@preact/signals-core';
import { type Language, languages } from '../language/language.ts';
import type { Presenter } from './presenter.ts';

const name = 'chainrule-deck';

/** Where the deck is. */
export interface Whereabouts {
  readonly slide: string;
  readonly clock: number;
  readonly language: Language;
}

export const isNotesWindow: boolean = new URLSearchParams(location.search).has('notes');

export function openNotes(): void {
  window.open(`${location.pathname}?notes`, 'chainrule-notes', 'width=820,height=640');
}

function isWhereabouts(message: unknown): message is Whereabouts {
  if (typeof message !== 'object' || message === null) return false;
  const { slide, clock, language } = message as Partial<Record<keyof Whereabouts, unknown>>;
  return typeof slide === 'string' && typeof clock === 'number' && languages.some((one) => one === language);
}

/** Tells the notes window where the deck is, now and whenever it asks. */
export function announce({ store }: Presenter): void {
  const channel = new BroadcastChannel(name);
  const tell = (): void => {
    const [slide, clock, language] = [store.slide.value, store.clock.value, store.language.value];
    channel.postMessage({ slide, clock, language } satisfies Whereabouts);
  };
  channel.addEventListener('message', ({ data }) => data === 'where' && tell());
  effect(tell);
}

/** Calls back with where the deck is, first as soon as it answers. */
export function follow(where: (whereabouts: Whereabouts) => void): void {
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', ({ data }) => isWhereabouts(data) && where(data));
  channel.postMessage('where');
}
