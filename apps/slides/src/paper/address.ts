// What is to be printed, as the page's address says it: `?paper=handout&per-page=4`, `?paper=notes`.

export const perPages = [1, 2, 4, 6] as const;

/** How many slides stand on a page of the handout. */
export type PerPage = (typeof perPages)[number];

export type Paper = { readonly kind: 'handout'; readonly perPage: PerPage } | { readonly kind: 'notes' };

/** Nothing when the page is a deck to be shown. reveal's own `?print-pdf` gives the handout, a slide on each page. */
export function paperOf(address: URLSearchParams): Paper | undefined {
  const kind = address.get('paper');
  if (kind === 'notes') return { kind };
  if (kind !== 'handout' && !address.has('print-pdf')) return undefined;
  const asked = Number(address.get('per-page') ?? 1);
  return { kind: 'handout', perPage: perPages.find((one) => one === asked) ?? 1 };
}
