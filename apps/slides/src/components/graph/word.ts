// Words and formulas on a drawing: HTML over the SVG, so that KaTeX stays crisp in every browser.

import { html, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';

/** Centred at a place of the drawing, or beginning or ending there. */
export function word(
  x: number,
  y: number,
  content: unknown,
  name = '',
  anchor: 'middle' | 'start' | 'end' = 'middle',
): TemplateResult {
  return html`<span class="graph-word ${name} ${anchor === 'middle' ? '' : anchor}" aria-hidden="true" style=${styleMap({ left: `${x}px`, top: `${y}px` })}><span>${content}</span></span>`;
}
