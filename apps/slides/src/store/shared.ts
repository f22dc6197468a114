// Keeps what is equal: of a new value, each part that equals the known one is replaced by it. Pictures and results that
// were kept for an object are then found again.

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value equal to `next`, made of the parts of `known` wherever those are equal. Both are plain JSON. */
export function shared<T>(known: unknown, next: T): T;
export function shared(known: unknown, next: unknown): unknown {
  if (Object.is(known, next)) return known;
  if (Array.isArray(known) && Array.isArray(next)) {
    const parts = next.map((part, i) => shared(known[i], part));
    return parts.length === known.length && parts.every((part, i) => Object.is(part, known[i])) ? known : parts;
  }
  if (!isRecord(known) || !isRecord(next)) return next;
  const entries = Object.entries(next).map(([key, part]) => [key, shared(known[key], part)] as const);
  const same =
    entries.length === Object.keys(known).length &&
    entries.every(([key, part]) => Object.hasOwn(known, key) && Object.is(part, known[key]));
  return same ? known : Object.fromEntries(entries);
}
