// Formulas: KaTeX called directly, its output kept, since most clicks change only a few of them.

import katex from 'katex';
import { html, type TemplateResult } from 'lit';
import { markup } from './markup.ts';

const rendered = new Map<string, string>();
const kept = 500;

function renderTex(source: string): string {
  const known = rendered.get(source);
  if (known !== undefined) return known;
  const made = katex.renderToString(source, {
    throwOnError: true,
    // `\htmlClass` alone: it gives the colours of the theme to parts of a formula.
    trust: ({ command }) => command === '\\htmlClass',
    strict: (code: string) => (code === 'htmlExtension' || code === 'unicodeTextInMathMode' ? 'ignore' : 'error'),
  });
  if (rendered.size >= kept) rendered.clear();
  rendered.set(source, made);
  return made;
}

/** A formula within a line of text. */
export function tex(source: string): TemplateResult {
  return html`${markup(renderTex(source))}`;
}

/** A formula on a line of its own, with fractions and limits at full size. */
export function formula(source: string): TemplateResult {
  return html`<div class="formula">${markup(renderTex(`\\displaystyle ${source}`))}</div>`;
}

/** Part of a formula in the colour of what it is. */
export function toned(tone: 'upstream' | 'local' | 'downstream' | 'rest', source: string): string {
  return `\\htmlClass{${tone}}{${source}}`;
}
