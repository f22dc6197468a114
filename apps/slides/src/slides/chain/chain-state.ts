// What the chain-rule slides remember, and the controls they share.

import type { TemplateResult } from 'lit';
import type { Texts } from '../../lesson/composition.ts';
import { faultOf } from '../../lesson/typed-text.ts';
import { type Check, type Holds, like } from '../../store/holds.ts';
import type { SlideState } from '../../store/state.ts';
import { isFormula, readFormula } from '../../typed/typed-formula.ts';
import { numberField, textField } from '../controls.ts';
import type { Scene } from '../slide.ts';

/** A composition that can be typed, with a nudge of its x. */
export interface TypedState extends SlideState, Texts {
  readonly x: number;
}

const formulaIn =
  (variable: string): Check =>
  (value) =>
    like('')(value) && isFormula(readFormula(String(value), [variable]));

export const typedHolds: Holds<TypedState> = { f: formulaIn('x'), g: formulaIn('y') };

export function textFields<S extends TypedState>({ state, set, say }: Scene<S>, width: number): TemplateResult[] {
  const field = (name: 'f' | 'g', variable: 'x' | 'y'): TemplateResult =>
    textField(
      `${name}(${variable}) =`,
      state[name],
      (text) => faultOf(text, variable, say),
      (text) => set({ [name]: text } as Partial<S>),
      { width },
    );
  return [field('f', 'x'), field('g', 'y')];
}

export function xField<S extends SlideState & { readonly x: number }>({ state, set, say }: Scene<S>): TemplateResult {
  return numberField('x', state.x, (x) => set({ x } as Partial<S>), { title: say('x의 값', 'the value of x') });
}
