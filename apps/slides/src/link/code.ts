// A link as a QR code: an SVG of its own black on white, whatever the theme, since cameras want it so.

import { type SVGTemplateResult, svg } from 'lit';
import { encode } from 'uqr';

/** Modules of white around the code, as the standard asks. */
const border = 4;
/** Bytes. A code holds up to 2953, in modules too small for a phone at the back of the room. */
const most = 1100;

/** Undefined where the text is too long for a code. */
export function codeOf(text: string): { readonly size: number; readonly path: string } | undefined {
  if (new TextEncoder().encode(text).length > most) return undefined;
  // A short link gets more correction, a long one fewer and larger modules.
  const { data, size } = encode(text, { ecc: text.length < 400 ? 'M' : 'L', border });
  const runs = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: runs.join('') };
}

export function drawCode(
  { size, path }: { readonly size: number; readonly path: string },
  label: string,
): SVGTemplateResult {
  return svg`<svg class="code" viewBox="0 0 ${size} ${size}" role="img" aria-label=${label} shape-rendering="crispEdges">
    <rect width=${size} height=${size} fill="#fff"></rect><path d=${path} fill="#000"></path>
  </svg>`;
}
