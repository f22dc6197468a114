// Formulas: KaTeX called directly, its output kept by the formula without its numbers. A drag changes numbers alone, and
// KaTeX sets one digit like another: the numbers are written into what it made once.

import katex from 'katex';
import { html, type TemplateResult } from 'lit';
import { markup } from './markup.ts';

/** Numbers that stand for themselves: not `10` in `10^7`, whose last digit carries the exponent, nor `1` in `1em`. */
const numbers = /(?<=^|[\s{(=+,-])\d+(?:\.\d+)?(?=$|[\s})=+,\\-])/g;
/** What stands in for the number i: these digits, and i in two more. */
const stand = '2718281828459045';
const standing = new RegExp(`${stand}(\\d\\d)`);
/** Where each number appears: for screen readers, in the source they are given, and for the eye. */
const appearances = 3;

/** Markup in turns with indices of the numbers between; nothing where a number can't be told from the rest. */
const shapes = new Map<string, readonly string[] | undefined>();
const kept = 2000;

function toMarkup(source: string): string {
  return katex.renderToString(source, {
    throwOnError: true,
    // `\htmlClass` alone: it gives the colours of the theme to parts of a formula.
    trust: ({ command }) => command === '\\htmlClass',
    strict: (code: string) => (code === 'htmlExtension' || code === 'unicodeTextInMathMode' ? 'ignore' : 'error'),
  });
}

function shapeOf(source: string, count: number): readonly string[] | undefined {
  const known = shapes.get(source);
  if (known || shapes.has(source)) return known;
  const shape = toMarkup(source).split(standing);
  const times = new Map<string, number>();
  shape.forEach((piece, i) => {
    if (i % 2) times.set(piece, (times.get(piece) ?? 0) + 1);
  });
  const whole = times.size === count && [...times.values()].every((found) => found === appearances);
  if (shapes.size >= kept) shapes.clear();
  shapes.set(source, whole ? shape : undefined);
  return whole ? shape : undefined;
}

/** The markup of a formula, the same as KaTeX makes of it. */
export function texMarkup(source: string): string {
  const found: string[] = [];
  const without = source.replace(numbers, (number) => `${stand}${found.push(number) + 9}`);
  const shape = found.length <= 90 ? shapeOf(without, found.length) : undefined;
  if (!shape) return shapeOf(source, 0)?.[0] ?? toMarkup(source);
  return shape.map((piece, i) => (i % 2 ? found[Number(piece) - 10] : piece)).join('');
}

/** A formula within a line of text. */
export function tex(source: string): TemplateResult {
  return html`${markup(texMarkup(source))}`;
}

/** A formula on a line of its own, with fractions and limits at full size. */
export function formula(source: string): TemplateResult {
  return html`<div class="formula">${markup(texMarkup(`\\displaystyle ${source}`))}</div>`;
}

/** Part of a formula in the colour of what it is. */
export function toned(tone: 'upstream' | 'local' | 'downstream' | 'rest', source: string): string {
  return `\\htmlClass{${tone}}{${source}}`;
}
