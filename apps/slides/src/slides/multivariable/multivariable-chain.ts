// L(z) with z = f(x, y): a nudge in x reaches L through z, and so does a nudge in y.

import { html } from 'lit';
import '../../components/nudge-lines.ts';
import { nudgeRange } from '../../components/nudge-lines.ts';
import { type Along, nudgesOn } from '../../lesson/nudge.ts';
import { format } from '../../numbers/format.ts';
import { formula, tex, toned } from '../../numbers/formula.ts';
import { texFactor, texNumber } from '../../numbers/tex.ts';
import type { SlideState } from '../../store/state.ts';
import { numberField, slider } from '../controls.ts';
import { reveal } from '../parts.ts';
import { slide } from '../slide.ts';

interface NudgeState extends SlideState {
  readonly x: number;
  readonly y: number;
  readonly nudge: number;
}

/** The first clicks nudge x, the later ones y. */
const turnOfY = 4;

export const multivariableChain = slide<NudgeState>({
  id: 'multivariable-chain',
  part: 'multivariable',
  title: { ko: '다변수 함수의 chain rule', en: 'The chain rule in several variables' },
  clicks: 6,
  minutes: 3.5,
  start: { clock: 0, x: 1, y: 2, nudge: 0.1 },
  notes: {
    say: {
      ko: 'Gradient descent로 L을 줄이려면 ∂L/∂x와 ∂L/∂y가 필요한데, L은 z만 안다. x를 조금 밀면 z가 4배, L은 다시 그 4배 움직인다. 실제 ΔL과의 차이는 dx를 줄일수록 빠르게 작아진다: 손잡이를 0 쪽으로 끌어 보인다. y도 같은 길로 간다.',
      en: 'To lower L by gradient descent we need ∂L/∂x and ∂L/∂y, but L knows only z. A nudge in x moves z four times as far, and L four times as far again. The gap to the actual ΔL closes quickly as dx shrinks: drag the handle towards 0. y takes the same path.',
    },
    ask: {
      ko: 'x와 y 가운데 어느 쪽을 밀어야 L이 더 많이 변할까? 두 식에서 같은 부분은 무엇인가?',
      en: 'Which nudge changes L more, in x or in y? And what do the two formulas have in common?',
    },
  },
  controls: ({ state, set, say }) => {
    const name = state.clock >= turnOfY ? 'dy' : 'dx';
    const change = (nudge: number): void => set({ nudge });
    const [least, greatest] = nudgeRange;
    return [
      numberField('x', state.x, (x) => set({ x }), { title: say('x의 값', 'value of x'), least: -5, greatest: 5 }),
      numberField('y', state.y, (y) => set({ y }), { title: say('y의 값', 'value of y'), least: -5, greatest: 5 }),
      numberField(name, state.nudge, change, { step: 0.01, least, greatest, title: name }),
      slider(name, state.nudge, change, { least, greatest, step: 0.01 }),
    ];
  },
  run: ({ engine, state }) => {
    const found = nudgesOn(engine)(state, 'x', state.nudge);
    return [
      found.z,
      found.loss,
      found.local.x,
      found.local.y,
      found.upstream,
      found.downstream.x,
      found.downstream.y,
      found.real,
    ];
  },
  view: ({ state, engine, language, say, set }) => {
    const { clock, x, y, nudge } = state;
    const along: Along = clock >= turnOfY ? 'y' : 'x';
    const stage = Math.min(2, along === 'y' ? clock - turnOfY : clock);
    const { local, upstream, downstream } = nudgesOn(engine)({ x, y }, along, nudge);
    const number = (value: number): string => texFactor(format(value));
    const rule = (name: Along, open: number): unknown =>
      html`<div data-figure="dLd${name}">${reveal(
        clock >= open,
        html`${formula(`${toned('downstream', `\\dfrac{\\partial L}{\\partial ${name}}`)} = ${toned('upstream', '\\dfrac{\\partial L}{\\partial z}')}\\,${toned('local', `\\dfrac{\\partial z}{\\partial ${name}}`)}`)}
        ${formula(`= ${toned('upstream', texNumber(format(upstream)))} \\times ${toned('local', number(local[name]))} = ${toned('downstream', texNumber(format(downstream[name])))}`)}`,
      )}</div>`;
    return html`<div class="columns nudge">
      <nudge-lines lang=${language} .engine=${engine} .at=${{ x, y }} along=${along} nudge=${nudge} stage=${stage}
        @nudge=${({ detail }: CustomEvent<number>) => set({ nudge: detail })}></nudge-lines>
      <div class="words">
        ${formula('L(z) = L(f(x, y))')}
        <p>${tex('z = f(x, y) = x^2 + xy')}<br />${tex('L(z) = (z - 1)^2')}</p>
        ${rule('x', 3)}
        ${rule('y', 6)}
        ${reveal(clock >= 6, html`<p class="remark">${say(html`${tex(toned('upstream', '\\partial L / \\partial z'))}는 두 식에서 같다.`, html`Both use the same ${tex(toned('upstream', '\\partial L / \\partial z'))}.`)}</p>`)}
      </div>
    </div>`;
  },
});
