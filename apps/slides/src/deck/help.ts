// The list of keys, over the slide.

import { effect } from '@preact/signals-core';
import { html, render } from 'lit';
import { keyTable } from '../keys/table.ts';
import { saying } from '../language/language.ts';
import type { Store } from '../store/store.ts';
import { type Dialog, makeDialog } from './dialog.ts';

export type Help = Dialog;

export function makeHelp(root: HTMLElement, store: Store): Help {
  const dialog = makeDialog(root, 'help');
  effect(() => {
    const language = store.language.value;
    const say = saying(language);
    dialog.label(say('키', 'Keys'));
    render(
      html`<h2>${say('키', 'Keys')}</h2>
        <dl>${keyTable.map(({ keys, does }) => html`<div><dt>${keys.map((key) => html`<kbd>${key}</kbd>`)}</dt><dd>${does[language]}</dd></div>`)}</dl>`,
      dialog.body,
    );
  });
  return dialog;
}
