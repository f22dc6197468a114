// Whether a package can compute here.

import type { Api } from './api.ts';

/** The package itself. Throws a sentence where its backend is not available. */
export function available(api: Api): Api {
  if (!api.backend.available) throw new Error(api.backend.reason ?? `${api.backend.name} is not available`);
  return api;
}
