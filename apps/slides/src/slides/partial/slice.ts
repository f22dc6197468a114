// One variable held still: a plane cuts the surface, the curve on it slides out, and its slope is the partial derivative.

import { html } from 'lit';
import '../../components/surface-cuts.ts';
import { formula, tex, toned } from '../../numbers/formula.ts';
import { numberField, slider } from '../controls.ts';
import { reveal } from '../parts.ts';
import { slide } from '../slide.ts';
import {
  formulaTex,
  functionOf,
  onAt,
  onCut,
  onView,
  type SurfaceState,
  shown,
  side,
  surfaceHolds,
  surfaceStart,
} from './surface-state.ts';

const plot = { left: 612, top: 214, width: 556, height: 292 } as const;

export const partialSlice = slide<SurfaceState>({
  id: 'partial-slice',
  part: 'partial',
  title: { ko: '한 변수를 고정하면 일변수 함수가 된다', en: 'Fix one variable: a function of one is left' },
  clicks: 3,
  minutes: 2.5,
  start: surfaceStart,
  holds: surfaceHolds,
  notes: {
    say: {
      ko: '평면 y = a가 칼이다. 잘린 단면을 꺼내면 고등학교에서 배운 곡선 g(x)이고, 그 접선의 기울기가 편미분이다. a의 손잡이를 끌면 곡선이 통째로 바뀐다.',
      en: 'The plane y = a is a knife. Take the cut out, and it is a curve g(x) as in one-variable calculus; the slope of its tangent is the partial derivative. Drag the handle a, and the whole curve changes.',
    },
    ask: {
      ko: 'a를 0으로 옮기면 x = 1에서의 기울기는 커질까, 작아질까?',
      en: 'If a moves to 0, does the slope at x = 1 grow or shrink?',
    },
  },
  controls: ({ state, set, say }) => html`
    ${numberField('a', state.at.y, (y) => set({ at: { ...state.at, y } }), { title: say('평면 y = a', 'plane y = a'), least: side[0], greatest: side[1] })}
    ${slider(say('평면 y = a', 'plane y = a'), state.at.y, (y) => set({ at: { ...state.at, y } }), { least: side[0], greatest: side[1], step: 0.1 })}
    ${numberField('x', state.at.x, (x) => set({ at: { ...state.at, x } }), { title: say('점의 x', 'x of the point'), least: side[0], greatest: side[1] })}`,
  run: (given) => functionOf(given).slopes(given.state.at),
  view: (scene) => {
    const { state, engine, say } = scene;
    const { clock, at } = state;
    const slopes = functionOf(scene).slopes(at);
    const cuts = [
      { hold: 'y', at: at.y, curve: clock >= 1, tangent: clock >= 3, handle: clock >= 1 ? 'a' : '' },
    ] as const;
    const partial = toned('local', '\\frac{\\partial}{\\partial x} f(x, y)');
    return html`<div class="overlaid">
      <surface-cuts lang=${scene.language} .engine=${engine} .formula=${state.formula} .view=${state.view}
        .at=${{ ...at, z: slopes.value, slope: slopes }} .cuts=${cuts} .lifts=${[{ hold: 'y', out: clock >= 2, name: 'g', ...plot }]} width="560" height="506"
        @viewmove=${onView(scene)} @pointmove=${onAt(scene)} @cutmove=${onCut(scene)}></surface-cuts>
      <div class="words slice">
        ${formula(`f(x, y) = ${formulaTex(scene)}`)}
        ${reveal(
          clock >= 1,
          html`<p class="lead">${say(html`${tex(`y = a`)}로 고정: `, html`Fix ${tex('y = a')}: `)}${tex('g(x) = f(x,\\, y = a)')}<span class="where">${tex(`a = ${shown(at.y)}`)}</span></p>`,
        )}
        ${reveal(
          clock >= 3,
          html`<div data-figure="partial">${formula(`\\frac{d}{dx}\\, g(x) = ${partial} = ${toned('local', shown(slopes.x))}\\quad (x = ${shown(at.x)})`)}</div>`,
        )}
      </div>
    </div>`;
  },
});
