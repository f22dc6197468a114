// Both partial derivatives at a point: first the lecture's example, then any function from the list or typed.

import { html, type TemplateResult } from 'lit';
import '../../components/function-surface.ts';
import { lectureFormula } from '../../lesson/two-variables.ts';
import { formula, tex, toned } from '../../numbers/formula.ts';
import { reveal } from '../parts.ts';
import { slide } from '../slide.ts';
import { formulaFields } from './formula-fields.ts';
import {
  formulaTex,
  functionOf,
  onAt,
  onCut,
  onView,
  pointFields,
  type SurfaceState,
  shown,
  surfaceHolds,
  surfaceStart,
} from './surface-state.ts';

/** The derivatives of the lecture's own function, as its students write them. */
const symbolic = { x: '2x + y', y: 'x' } as const;

/** Long formulas are set smaller, and break between their terms. */
const sizeOf = ({ length }: string): string => (length > 60 ? 'very-long' : length > 24 ? 'long' : '');

export const partialBoth = slide<SurfaceState>({
  id: 'partial-both',
  part: 'partial',
  title: { ko: '한 점에서의 두 편미분', en: 'Both partial derivatives at a point' },
  clicks: 2,
  minutes: 2.5,
  start: surfaceStart,
  holds: surfaceHolds,
  notes: {
    say: {
      ko: '먼저 손으로 미분한다. ∂f/∂x에서는 y를, ∂f/∂y에서는 x를 상수처럼 다룬다. 그다음 점을 끌어 두 기울기가 따로따로 변하는 것을 보인다. 학생이 부르는 식을 아래에 입력해도 된다.',
      en: 'Differentiate by hand first: y is a constant in ∂f/∂x, x in ∂f/∂y. Then drag the point: the two slopes change separately. Type a formula that a student calls out.',
    },
    ask: {
      ko: '∂f/∂y = x에는 왜 y가 없을까? 곡면에서 그것은 어떻게 보이는가?',
      en: 'Why is there no y in ∂f/∂y = x? What does that look like on the surface?',
    },
  },
  controls: (scene) => html`${pointFields(scene)}${formulaFields(scene)}`,
  run: (given) => functionOf(given).slopes(given.state.at),
  view: (scene) => {
    const { state, engine, say } = scene;
    const { clock, at } = state;
    const slopes = functionOf(scene).slopes(at);
    const cuts = [
      { hold: 'y', at: at.y, curve: clock >= 1, tangent: clock >= 1 },
      { hold: 'x', at: at.x, curve: clock >= 2, tangent: clock >= 2 },
    ] as const;
    const point = `(${shown(at.x)},\\, ${shown(at.y)})`;
    const partial = (name: 'x' | 'y'): TemplateResult => {
      const own = state.formula === lectureFormula ? `${symbolic[name]} = ` : '';
      return html`<div data-figure="d${name}">${formula(`${toned('local', `\\frac{\\partial f}{\\partial ${name}}`)} = ${own}${toned('local', shown(slopes[name]))}`)}</div>`;
    };
    const held = (name: 'x' | 'y'): TemplateResult =>
      html`<p class="remark">${say(
        html`${tex(`${name} = ${shown(at[name])}`)}에서 자른 단면의 접선의 기울기`,
        html`the slope of the tangent on the cut ${tex(`${name} = ${shown(at[name])}`)}`,
      )}</p>`;
    return html`<div class="columns">
      <function-surface lang=${scene.language} .engine=${engine} .formula=${state.formula} .view=${state.view}
        .at=${{ ...at, z: slopes.value, slope: slopes }} .cuts=${cuts} width="560" height="506"
        @viewmove=${onView(scene)} @pointmove=${onAt(scene)} @cutmove=${onCut(scene)}></function-surface>
      <div class="words both">
        <div class=${`given ${sizeOf(state.formula)}`}>${formula(`f(x, y) = ${formulaTex(scene)}`)}</div>
        <div data-figure="value">${formula(`f${point} = ${shown(slopes.value)}`)}</div>
        ${reveal(clock >= 1, html`${partial('x')}${held('y')}`)}
        ${reveal(clock >= 2, html`${partial('y')}${held('x')}`)}
      </div>
    </div>`;
  },
});
