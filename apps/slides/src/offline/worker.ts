// The service worker: keeps every file of the deck, so that after its first visit it opens without a network. A new
// version is fetched at once, but takes over only when a window asks for it.

import { cleanupOutdatedCaches, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching';

/** The deck's files, put in by the build. */
declare const precached: PrecacheEntry[];

declare const self: ServiceWorkerScope;

function asksToChange(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'SKIP_WAITING';
}

self.addEventListener('message', ({ data }) => {
  if (asksToChange(data)) void self.skipWaiting();
});
// The page that brought the worker along loads some of its fonts later: those come from here too.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

cleanupOutdatedCaches();
// The deck reads its address itself: with any query it is the same page.
precacheAndRoute(precached, { ignoreURLParametersMatching: [/./] });
