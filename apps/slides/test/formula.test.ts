// Formulas are KaTeX' own, though it sees each shape of a formula only once.

import katex from 'katex';
import { expect, it } from 'vitest';
import { texMarkup } from '../src/numbers/formula.ts';

const byKatex = (source: string): string =>
  katex.renderToString(source, { trust: true, strict: (code) => (code === 'htmlExtension' ? 'ignore' : 'error') });

const shapes: readonly ((one: string, other: string) => string)[] = [
  (one) => `a = ${one}`,
  (one) => `L = -${one} \\times 10^{-7}`,
  (one) => `e^{-${one}} + ${one}^2 + x_{${one}}`,
  (one, other) => `\\frac{${one}}{${other}} - \\sqrt{${other}} = ${one}`,
  (one, other) => `\\htmlClass{downstream}{\\tfrac{\\partial L}{\\partial a}} = (${one},\\, ${other})`,
  (one, other) => `${one}x + ${other}\\pi, \\log(${one}) < ${other}`,
  (one, other) => `\\begin{aligned} a &= ${one} \\\\ b &= -${other}\\end{aligned}`,
  (one, other) => `\\left(\\frac{${one}}{3}\\right)^2 \\hspace{1em} \\text{${other} step} = {?}`,
  () => '\\tfrac12 x^10 + y_1',
];

it('A formula has the markup that KaTeX makes of it, whatever its numbers.', () => {
  for (const shape of shapes) {
    for (const [one, other] of [
      ['7', '7'],
      ['3', '12.5'],
      ['0.001', '9999'],
      ['110', '3'],
    ] as const) {
      const source = shape(one, other);
      expect(texMarkup(source)).toBe(byKatex(source));
    }
  }
});

it('A formula may have more numbers than are told apart.', () => {
  const source = Array.from({ length: 120 }, (_, i) => String(i)).join(' + ');
  expect(texMarkup(source)).toBe(byKatex(source));
});

it('What is no formula throws.', () => {
  expect(() => texMarkup('\\frac{1')).toThrow('KaTeX parse error');
});
