// Tells decks apart: equal slides, with equal clicks and start states, have the same fingerprint.

import type { Slide } from '../slides/slide.ts';

/** FNV-1a, 32 bits, of a text's code units. */
function hash(text: string): string {
  let bits = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) bits = Math.imul(bits ^ text.charCodeAt(i), 0x01000193);
  return (bits >>> 0).toString(36);
}

export function fingerprintOf(slides: readonly Slide[]): string {
  return hash(JSON.stringify(slides.map(({ id, clicks, start }) => [id, clicks, start])));
}
