// ∂f/∂x: what the notation says. Each click holds the other variable still, and a plane appears on the surface.

import { html } from 'lit';
import '../../components/function-surface.ts';
import { formula, tex, toned } from '../../numbers/formula.ts';
import { reveal } from '../parts.ts';
import { slide } from '../slide.ts';
import { functionOf, onAt, onView, type SurfaceState, surfaceHolds, surfaceStart } from './surface-state.ts';

export const partialNotation = slide<SurfaceState>({
  id: 'partial-notation',
  part: 'partial',
  title: { ko: '편미분의 기호', en: 'The notation of partial derivatives' },
  clicks: 2,
  minutes: 2,
  start: surfaceStart,
  holds: surfaceHolds,
  notes: {
    say: {
      ko: '변수가 둘이면 그래프는 곡선이 아니라 곡면이다. 둥근 d는 “다른 변수는 모두 상수”라는 약속일 뿐이다. 배경을 끌어 곡면을 돌려 보인다.',
      en: 'With two variables the graph is a surface, no longer a curve. The round d is a promise: every other variable is a constant. Drag the background to turn the surface.',
    },
    ask: {
      ko: '곡면 위의 한 점에서 “기울기”라고 하면, 어느 방향의 기울기일까?',
      en: 'If someone asks for “the slope” at a point of a surface: in which direction?',
    },
  },
  run: (given) => functionOf(given).slopes(given.state.at),
  view: (scene) => {
    const { state, engine, say } = scene;
    const { clock, at } = state;
    const cuts = [
      { hold: 'y', at: at.y, curve: clock >= 1 },
      { hold: 'x', at: at.x, curve: clock >= 2 },
    ] as const;
    const partial = (name: 'x' | 'y'): string => toned('local', `\\frac{\\partial f}{\\partial ${name}}`);
    return html`<div class="columns">
      <function-surface lang=${scene.language} .engine=${engine} .formula=${state.formula} .view=${state.view} .at=${at} .cuts=${cuts} width="560" height="506"
        @viewmove=${onView(scene)} @pointmove=${onAt(scene)}></function-surface>
      <div class="words notation">
        ${formula('z = f(x, y)')}
        <p>${say('변수가 둘이면 그래프는 곡면이다.', 'With two variables the graph is a surface.')}</p>
        ${reveal(
          clock >= 1,
          html`<div class="meaning">
            ${formula(partial('x'))}
            <p>${say(
              html`<em>${tex('x')}에 대한 편미분</em><br />${tex('x')} 외의 변수는 모두 상수로 둔다.`,
              html`<em>Partial derivative with respect to ${tex('x')}</em><br />Every variable but ${tex('x')} is held constant.`,
            )}</p>
          </div>`,
        )}
        ${reveal(
          clock >= 2,
          html`<div class="meaning">
            ${formula(partial('y'))}
            <p>${say(
              html`<em>${tex('y')}에 대한 편미분</em><br />${tex('y')} 외의 변수는 모두 상수로 둔다.`,
              html`<em>Partial derivative with respect to ${tex('y')}</em><br />Every variable but ${tex('y')} is held constant.`,
            )}</p>
          </div>`,
        )}
      </div>
    </div>`;
  },
});
