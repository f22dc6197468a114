// Two cuts slide out of the surface; the slopes of their tangents, laid along x and y, rebuild the gradient.

import { html } from 'lit';
import '../../components/gradient-arrow.ts';
import '../../components/surface-cuts.ts';
import { format } from '../../numbers/format.ts';
import { formula, tex, toned } from '../../numbers/formula.ts';
import { reveal } from '../parts.ts';
import { slide } from '../slide.ts';
import { formulaFields } from './formula-fields.ts';
import {
  functionOf,
  onAt,
  onCut,
  onView,
  type SurfaceState,
  shown,
  surfaceHolds,
  surfaceStart,
} from './surface-state.ts';

const plot = { left: 470, width: 340, height: 250 } as const;

export const partialKnives = slide<SurfaceState>({
  id: 'partial-knives',
  part: 'partial',
  title: { ko: '두 단면에서 gradient로', en: 'From two cuts to the gradient' },
  below: true,
  clicks: 3,
  minutes: 3,
  start: surfaceStart,
  holds: surfaceHolds,
  notes: {
    say: {
      ko: '칼 두 자루로 곡면을 자른다. 단면을 하나씩 꺼내 기울기를 읽고, 그 두 수를 x방향과 y방향의 화살표로 옮긴다. 두 화살표를 더한 것이 gradient이고, 등고선과 수직이다. 점을 끌어 끝까지 확인한다.',
      en: 'Two knives cut the surface. Take the cuts out one by one, read their slopes, and lay these two numbers along x and along y. Their sum is the gradient, at a right angle to the contour. Drag the point to check it everywhere.',
    },
    ask: {
      ko: '두 기울기가 모두 0인 점은 어디인가? 그곳은 가장 낮은 곳일까?',
      en: 'Where are both slopes 0? Is that the lowest place?',
    },
  },
  controls: (scene) => formulaFields(scene),
  run: (given) => functionOf(given).slopes(given.state.at),
  view: (scene) => {
    const { state, engine, say } = scene;
    const { clock, at } = state;
    const slopes = functionOf(scene).slopes(at);
    const captions = { x: `x = ${format(at.x)}`, y: `y = ${format(at.y)}` };
    const cuts = [
      { hold: 'y', at: at.y, curve: clock >= 1, tangent: clock >= 1, handle: clock >= 1 ? captions.y : '' },
      { hold: 'x', at: at.x, curve: clock >= 2, tangent: clock >= 2, handle: clock >= 2 ? captions.x : '' },
    ] as const;
    const lifts = [
      { hold: 'y', out: clock >= 1, name: '', caption: captions.y, ...plot, top: 0 },
      { hold: 'x', out: clock >= 2, name: '', caption: captions.x, ...plot, top: 256 },
    ] as const;
    const partial = (name: 'x' | 'y'): string => toned('local', `\\frac{\\partial f}{\\partial ${name}}`);
    const number = (value: number): string => toned('local', shown(value));
    return html`<div class="overlaid knives">
      <surface-cuts lang=${scene.language} .engine=${engine} .formula=${state.formula} .view=${state.view}
        .at=${{ ...at, z: slopes.value, slope: slopes }} .cuts=${cuts} .lifts=${lifts} width="450" height="506"
        @viewmove=${onView(scene)} @pointmove=${onAt(scene)} @cutmove=${onCut(scene)}></surface-cuts>
      <div class="rebuilt">
        <gradient-arrow lang=${scene.language} .engine=${engine} .formula=${state.formula} .at=${at} .parts=${clock} width="340" @pointmove=${onAt(scene)}></gradient-arrow>
        ${reveal(
          clock >= 3,
          html`<div data-figure="gradient">${formula(
            `\\nabla f = \\Bigl(${partial('x')},\\, ${partial('y')}\\Bigr) = (${number(slopes.x)},\\, ${number(slopes.y)})`,
          )}</div>
          <p class="remark">${say(html`Gradient는 등고선과 수직이다.`, html`${tex('\\nabla f')} is perpendicular to the contour.`)}</p>`,
        )}
      </div>
    </div>`;
  },
});
