// The last state of a window, kept by the browser for this tab alone: a reload, or a tab that is restored after a crash,
// comes back to it. An address that was typed or opened anew does not.

const key = 'chainrule';

export interface Kept {
  readonly session: string;
  /** As `Mirror.snapshot` gave it; nothing in it has been checked. */
  readonly snapshot: unknown;
}

/** What to do without: storage may be blocked, and every access then throws. */
function storage(): Storage | undefined {
  try {
    sessionStorage.setItem(`${key}-there`, '');
    sessionStorage.removeItem(`${key}-there`);
    return sessionStorage;
  } catch {
    return undefined;
  }
}

const place = storage();

export const canKeep: boolean = place !== undefined;

function isReturn(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return entry instanceof PerformanceNavigationTiming && entry.type !== 'navigate';
}

/** What was kept, where this page has come back rather than been opened. */
export function kept(): Kept | undefined {
  if (!isReturn()) return undefined;
  try {
    const found: unknown = JSON.parse(place?.getItem(key) ?? 'null');
    if (typeof found !== 'object' || found === null) return undefined;
    const { session, snapshot } = found as Partial<Record<keyof Kept, unknown>>;
    return typeof session === 'string' && /^[a-z0-9]{1,32}$/.test(session) ? { session, snapshot } : undefined;
  } catch {
    return undefined;
  }
}

export function keep(session: string, snapshot: unknown): void {
  // A full store keeps what it has.
  try {
    place?.setItem(key, JSON.stringify({ session, snapshot }));
  } catch {}
}
