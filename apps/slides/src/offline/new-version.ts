// Keeps the deck for times without a network, and offers a new version of it: a window changes when somebody in it says
// so, never by itself.

import { type Signal, signal } from '@preact/signals-core';
import { html, nothing, type TemplateResult } from 'lit';
import { Workbox } from 'workbox-window';
import type { Say } from '../language/language.ts';

/** Changes this window to the new version; nothing while there is none. */
const change: Signal<(() => void) | undefined> = signal(undefined);

/** Registers the service worker, where the browser has such workers and the page may have one. */
export function keepOffline(): void {
  if (!('serviceWorker' in navigator) || !window.isSecureContext) return;
  const workbox = new Workbox('./sw.js');
  const reload = (): void => location.reload();
  let chosen = false;
  workbox.addEventListener('waiting', () => {
    change.value = () => {
      chosen = true;
      workbox.messageSkipWaiting();
    };
  });
  workbox.addEventListener('controlling', ({ isUpdate, isExternal }) => {
    if (chosen) reload();
    // Another window chose; this one goes on with what it has loaded.
    else if (isUpdate || isExternal) change.value = reload;
  });
  // Without a network, or where workers are forbidden, the deck is as it was.
  workbox.register().catch(() => undefined);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) workbox.update().catch(() => undefined);
  });
}

/** The offer, where there is one. */
export function versionOffer(say: Say): TemplateResult | typeof nothing {
  const choose = change.value;
  if (!choose) return nothing;
  return html`<p class="offer" role="status">${say('새 판이 있습니다', 'There is a new version')} ·
    <button type="button" @click=${choose}>${say('지금 바꾸기', 'Change now')}</button>
    <button type="button" @click=${() => {
      change.value = undefined;
    }}>${say('나중에', 'Later')}</button></p>`;
}
