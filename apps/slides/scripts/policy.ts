// The Content-Security-Policy that the deck is made for: nothing from elsewhere, no `eval`.

/** What the pages say themselves, for hosts that set no headers. */
export const pagePolicy: string = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * The worker that times the backends: its TypeScript kernels are generated code, as in any app whose policy allows it. It
 * sees numbers alone, neither the page nor what is typed there.
 */
export const timingPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'unsafe-eval'";

/** Who may embed the deck: only a header can say that. */
export const embeddingPolicy = "frame-ancestors 'self'";

/** `deck.html` carries everything within itself and asks for nothing: `hashes` are those of its own scripts. */
export function filePolicy(hashes: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src 'wasm-unsafe-eval' ${hashes.map((hash) => `'${hash}'`).join(' ')}`,
    "style-src 'unsafe-inline'",
    'font-src data:',
    'img-src data:',
    // The worker that times the backends comes from the page itself.
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
