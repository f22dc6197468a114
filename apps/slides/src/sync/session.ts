// Which lecture a window belongs to. Windows that open one another share the session in their address; a deck that was
// opened by itself is a lecture of its own, so that looking something up in another tab moves nothing on the projector.

const parameters: URLSearchParams = new URLSearchParams(location.search);

/** A name that nobody else has. */
export function newId(): string {
  return [...crypto.getRandomValues(new Uint32Array(2))].map((bits) => bits.toString(36)).join('');
}

/** Whether this window is the presenter's own view. */
export const isLectern: boolean = parameters.has('presenter');

const named = parameters.get('session') ?? '';

/** The session in the address, if there is one. */
export const namedSession: string | undefined = /^[a-z0-9]{1,32}$/.test(named) ? named : undefined;

/** The address of another window of the session; what else this one's address asks for holds there too. */
export function addressIn(session: string, lectern: boolean): string {
  const query = new URLSearchParams(location.search);
  query.set('session', session);
  query.delete('presenter');
  return `${location.pathname}?${query}${lectern ? '&presenter' : ''}`;
}

/** Puts the session into this window's address: a window opened again from there belongs to it again. */
export function nameSession(session: string): void {
  if (namedSession === session) return;
  const { search, hash } = new URL(addressIn(session, isLectern) + location.hash, location.href);
  // A page on a disk may not be allowed to; the session then ends with the window.
  try {
    history.replaceState(null, '', search + hash);
  } catch {}
}
