// The valley of h: why a derivative is not taken by a small difference. Truncation on the right, rounding on the left,
// and backpropagation as the floor below both.

import { html } from 'lit';
import '../../components/difference-valley.ts';
import type { Say } from '../../language/language.ts';
import { powers, quotients, valleyOn } from '../../lesson/differences.ts';
import { format } from '../../numbers/format.ts';
import { formula, tex, toned } from '../../numbers/formula.ts';
import { texNumber } from '../../numbers/tex.ts';
import type { SlideState } from '../../store/state.ts';
import { numberField } from '../controls.ts';
import { reveal } from '../parts.ts';
import { type Slide, slide } from '../slide.ts';

interface ValleyState extends SlideState {
  readonly x: number;
  /** log₁₀ h at each click, in tenths. Dragging changes that of its click. */
  readonly at: readonly number[];
}

function remark(clock: number, say: Say): unknown {
  return [
    say(html`${tex('h')}를 줄이면 오차도 줄어든다.`, html`A smaller ${tex('h')} gives a smaller error.`),
    say(
      html`더 줄이면 ${tex('f(x+h) - f(x)')}의 유효숫자가 사라져 반올림 오차가 ${tex('1/h')}배로 커진다.`,
      html`Smaller still: ${tex('f(x+h) - f(x)')} loses its digits, and rounding grows by ${tex('1/h')}.`,
    ),
    say(
      '중심 차분은 골짜기가 더 깊지만, 골짜기가 없어지지는 않는다.',
      'The central difference digs a deeper valley, but a valley all the same.',
    ),
    say(
      html`Backpropagation에는 ${tex('h')}가 없다. 기울기를 차분으로 어림하지 않고 chain rule로 계산한다.`,
      html`Backpropagation has no ${tex('h')}: it applies the chain rule instead of a difference.`,
    ),
  ][clock];
}

export const valleyOfH: Slide = slide<ValleyState>({
  id: 'valley-of-h',
  part: 'chain',
  below: true,
  title: { ko: 'h의 골짜기', en: 'The valley of h' },
  heading: (say) => say(html`${tex('h')}의 골짜기`, html`The valley of ${tex('h')}`),
  clicks: 3,
  minutes: 3,
  start: { clock: 0, x: 4, at: [-4, -13, -5, -5] },
  notes: {
    say: {
      ko: '수치 미분의 오차를 h 481개에 대해 한 번에 계산했다. 세로선을 끌어 h를 바꾼다. 오차는 1/(x + 2)과의 차이이고, 정수 계산으로 반올림 없이 구했다. 1 ulp는 이웃한 두 double 사이의 간격이다.',
      en: 'The errors for 481 values of h come from one batched call. Drag the vertical line to change h. An error is the distance from 1/(x + 2), found in whole numbers without rounding. One ulp is the gap between neighbouring doubles.',
    },
    ask: {
      ko: '오차가 가장 작은 h는 왜 10⁻¹⁶이 아니라 10⁻⁸ 부근일까?',
      en: 'Why is the best h near 10⁻⁸, and not 10⁻¹⁶?',
    },
  },
  controls: ({ state, set, say }) => [
    numberField('x', state.x, (x) => set({ x }), {
      least: -0.9,
      greatest: 1000,
      title: say('x의 값', 'the value of x'),
    }),
    numberField(
      'log₁₀h',
      state.at[state.clock] ?? 0,
      (power) => set({ at: state.at.with(state.clock, Math.round(power * 10) / 10) }),
      {
        least: -16,
        greatest: 0,
        title: say('h의 상용로그', 'the logarithm of h'),
      },
    ),
  ],
  run: ({ engine, state }) =>
    quotients(
      engine,
      state.x,
      powers.map((power) => 10 ** power),
    ),
  view: (scene) => {
    const { state, engine, say, set } = scene;
    const { clock, x } = state;
    const power = state.at[clock] ?? 0;
    const valley = valleyOn(engine, x);
    const i = Math.round((power + 16) * 30);
    const number = (value: number | undefined): string => texNumber(format(value ?? Number.NaN));
    const reading = (
      name: string,
      visible: boolean,
      mark: string,
      title: string,
      source: string,
      error: string,
    ): unknown =>
      reveal(
        visible,
        html`<h3><span class="mark" aria-hidden="true">${mark}</span>${title} <small>${say('오차', 'error')} <span data-figure=${name}>${tex(error)}</span></small></h3>
          ${formula(source)}`,
      );
    return html`<div class="columns valley">
      <difference-valley lang=${scene.language} .engine=${engine} x=${x} .power=${power} .seen=${clock + 1} width="704" height="500"
        @powermove=${({ detail }: CustomEvent<number>) => set({ at: state.at.with(clock, detail) })}></difference-valley>
      <div class="words">
        <p class="lead">${tex('f(x) = \\log\\left(\\tfrac{x}{3}+\\tfrac{2}{3}\\right)')}<br /><span data-figure="h">${tex(`x = ${number(x)},\\quad h = ${Number.isInteger(power) ? `10^{${power}}` : number(10 ** power)}`)}</span></p>
        ${reading('forward', true, '●', say('전진 차분', 'Forward'), '\\frac{f(x+h) - f(x)}{h}', number(valley.forward[i]))}
        ${reading('central', clock >= 2, '+', say('중심 차분', 'Central'), '\\frac{f(x+h) - f(x-h)}{2h}', number(valley.central[i]))}
        ${reveal(
          clock >= 3,
          html`<h3 class="downstream"><span class="mark" aria-hidden="true">=</span>Backpropagation</h3>
            <p class="under"><span data-figure="slope">${tex(toned('downstream', `f'(x) = ${number(valley.slope)}`))}</span> ${say('오차', 'error')} <span data-figure="floor">${tex(number(valley.error))}</span></p>`,
        )}
        <p class="remark" role="status">${remark(clock, say)}</p>
      </div>
    </div>`;
  },
});
