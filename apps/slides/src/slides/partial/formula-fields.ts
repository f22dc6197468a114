// The function of a slide, from a list or typed: what is no formula is refused with a sentence, and nothing changes.

import { html, type TemplateResult } from 'lit';
import { lectureFormula } from '../../lesson/two-variables.ts';
import { isFormula, readFormula } from '../../typed/typed-formula.ts';
import { choice, textField } from '../controls.ts';
import type { Scene } from '../slide.ts';
import type { SurfaceState } from './surface-state.ts';

const formulas = [lectureFormula, 'x^2 + y^2', 'x^2 - y^2', 'sin(x)*cos(y)', 'x*exp(-(x^2 + y^2)/2)'] as const;

const names: Readonly<Record<(typeof formulas)[number], string>> = {
  'x^2 + x*y': 'x² + xy',
  'x^2 + y^2': 'x² + y²',
  'x^2 - y^2': 'x² − y²',
  'sin(x)*cos(y)': 'sin x cos y',
  'x*exp(-(x^2 + y^2)/2)': 'x e^(−(x² + y²)/2)',
};

/** The function from a list, or typed. */
export function formulaFields({ state, set, say }: Scene<SurfaceState>): TemplateResult {
  const listed = formulas.find((formula) => formula === state.formula) ?? '';
  const options = formulas.map((formula) => [formula, names[formula]] as const);
  const check = (text: string): string | undefined => {
    const read = readFormula(text, ['x', 'y']);
    return isFormula(read) ? undefined : say(read.fault.ko, read.fault.en);
  };
  return html`${choice<string>(say('함수 고르기', 'Choose a function'), listed ? options : [['', say('직접 입력한 식', 'typed')], ...options], listed, (formula) => formula && set({ formula }))}
    ${textField('f', state.formula, check, (formula) => set({ formula }), { width: 150 })}`;
}
