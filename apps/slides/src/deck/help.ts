// The list of keys, over the slide.

import { html, render } from 'lit';
import { keyTable } from '../keys/table.ts';

export interface Help {
  toggle(): void;
  close(): boolean;
}

export function makeHelp(root: HTMLElement): Help {
  const dialog = document.createElement('dialog');
  dialog.className = 'help';
  dialog.setAttribute('aria-label', '키');
  root.append(dialog);
  render(
    html`<h2>키</h2>
      <dl>${keyTable.map(({ keys, does }) => html`<div><dt>${keys.map((key) => html`<kbd>${key}</kbd>`)}</dt><dd>${does}</dd></div>`)}</dl>`,
    dialog,
  );
  return {
    toggle: () => (dialog.open ? dialog.close() : dialog.showModal()),
    close: () => {
      const { open } = dialog;
      dialog.close();
      return open;
    },
  };
}
