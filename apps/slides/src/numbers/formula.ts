// Formulas: KaTeX called directly, its output kept, since most clicks change only a few of them.

import katex from 'katex';
import { html, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';

const rendered = new Map<string, string>();
const kept = 500;

function renderTex(source: string, display: boolean): string {
  const key = `${display ? 'display' : 'inline'} ${source}`;
  const known = rendered.get(key);
  if (known !== undefined) return known;
  const markup = katex.renderToString(source, {
    displayMode: display,
    throwOnError: true,
    // `\htmlClass` alone: it gives the colours of the theme to parts of a formula.
    trust: ({ command }) => command === '\\htmlClass',
    strict: (code: string) => (code === 'htmlExtension' || code === 'unicodeTextInMathMode' ? 'ignore' : 'error'),
  });
  if (rendered.size >= kept) rendered.clear();
  rendered.set(key, markup);
  return markup;
}

/** A formula within a line of text. */
export function tex(source: string): TemplateResult {
  return html`${unsafeHTML(renderTex(source, false))}`;
}

/** A formula on a line of its own, with fractions and limits at full size. */
export function formula(source: string): TemplateResult {
  return html`<div class="formula">${unsafeHTML(renderTex(`\\displaystyle ${source}`, false))}</div>`;
}

/** Part of a formula in the colour of what it is. */
export function toned(tone: 'upstream' | 'local' | 'downstream' | 'rest', source: string): string {
  return `\\htmlClass{${tone}}{${source}}`;
}
