// The composition of two functions, and the chain rule: a nudge passes through both and is multiplied by both slopes.

import { html } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import '../../components/nudge-chain.ts';
import { compositionOn } from '../../lesson/composition.ts';
import { texOf } from '../../lesson/typed-text.ts';
import { format } from '../../numbers/format.ts';
import { formula, tex, toned } from '../../numbers/formula.ts';
import { texFactor, texNumber } from '../../numbers/tex.ts';
import { reveal } from '../parts.ts';
import { slide } from '../slide.ts';
import { type TypedState, textFields, typedHolds, xField } from './chain-state.ts';

interface CompositeState extends TypedState {
  readonly dx: number;
}

export const chainComposite = slide<CompositeState>({
  id: 'chain-composite',
  part: 'chain',
  title: { ko: '합성함수의 미분', en: 'The derivative of a composition' },
  clicks: 4,
  minutes: 2,
  start: { clock: 0, f: 'x^2', g: 'sin(y)', x: 1, dx: 0.3 },
  holds: typedHolds,
  notes: {
    say: {
      ko: 'x를 조금 움직이면 y가 그 몇 배로 움직이고, z는 다시 그 몇 배로 움직인다. dx의 끝이나 x를 끌어 보인다. 세 색은 뒤에 나올 upstream, local, downstream의 예고다.',
      en: 'Nudge x a little: y moves by a multiple of it, and z by a multiple of that. Drag the tip of dx, or x. The three colours announce upstream, local and downstream, which come later.',
    },
    ask: {
      ko: '각 단계가 2배, 3배로 늘린다면 전체는 몇 배일까? 왜 더하지 않고 곱할까?',
      en: 'If the two stages stretch by 2 and by 3, by how much does the whole? Why multiply and not add?',
    },
  },
  controls: (scene) => html`${textFields(scene, 110)}${xField(scene)}`,
  run: ({ engine, state }) => compositionOn(engine, state).at(state.x),
  view: (scene) => {
    const { state, engine, say, set } = scene;
    const { clock, f, g, x, dx } = state;
    const { dydx, dzdy, dzdx } = compositionOn(engine, state).at(x);
    const [upstream, local, downstream] = [
      toned('upstream', '\\frac{dh}{df}'),
      toned('local', '\\frac{df}{dx}'),
      toned('downstream', '\\frac{dh}{dx}'),
    ];
    const slopes = `${toned('upstream', "g'(f(x))")}\\,${toned('local', "f'(x)")}`;
    const numbers = `${toned('downstream', texNumber(format(dzdx)))} = ${toned('upstream', texFactor(format(dzdy)))} \\times ${toned('local', texFactor(format(dydx)))}`;
    return html`<nudge-chain lang=${scene.language} .engine=${engine} f=${f} g=${g} x=${x} dx=${dx} .seen=${clock}
        @xmove=${({ detail }: CustomEvent<number>) => set({ x: detail })} @dxmove=${({ detail }: CustomEvent<number>) => set({ dx: detail })}></nudge-chain>
      <div class="columns chain-law">
        <div>
          ${formula('z = h(x) = g(f(x))')}
          <p class=${classMap({ typed: true, long: f.length + g.length > 28 })}>${tex(`f(x) = ${texOf(f, 'x')},\\quad g(y) = ${texOf(g, 'y')}`)}</p>
        </div>
        ${reveal(
          clock >= 4,
          html`${formula(`${downstream} = ${upstream}\\,${local} = ${slopes}`)}
            <div data-figure="product">${formula(numbers)}</div>`,
        )}
      </div>
      ${reveal(clock >= 4, html`<p class="lead">${say('합성함수의 미분은 각 부분의 미분의 곱이다.', 'The derivative of a composition is the product of the derivatives of its parts.')}</p>`)}`;
  },
});
