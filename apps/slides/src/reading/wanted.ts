// Whether the deck is read in one column: on a phone, or where the address says so (`?view=reading`, `?view=slides`).

/** Narrower than the deck can be read, or a phone turned on its side. */
const phone = '(max-width: 640px), (max-height: 480px) and (pointer: coarse)';

export function readingWanted(address: URLSearchParams): boolean {
  const view = address.get('view');
  return view === 'reading' || (view !== 'slides' && matchMedia(phone).matches);
}

/** The address of a view; `hash` names the slide, and its state perhaps. */
export function addressOf(view: 'reading' | 'slides', hash: string): string {
  const address = new URLSearchParams(location.search);
  address.set('view', view);
  return `?${address}${hash}`;
}
