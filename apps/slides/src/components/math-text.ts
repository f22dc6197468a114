// A short formula inside a drawing: letters in the formulas' italics, everything else upright.

import { type SVGTemplateResult, svg } from 'lit';

/** `y = f(x)` as pieces of an SVG text. */
export function mathText(source: string): SVGTemplateResult[] {
  return (source.match(/[a-z]+|[^a-z]+/g) ?? []).map((piece) =>
    /[a-z]/.test(piece) ? svg`<tspan class="name">${piece}</tspan>` : svg`<tspan class="upright">${piece}</tspan>`,
  );
}
