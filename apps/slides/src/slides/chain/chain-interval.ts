// The stretching interval: dx on its way through f and g, on number lines of one scale; as it shrinks, the ratio of the
// lengths becomes the product of the slopes. Another composition can be typed.

import { html } from 'lit';
import '../../components/stretched-interval.ts';
import type { Say } from '../../language/language.ts';
import { compositionOn, lectureTexts } from '../../lesson/composition.ts';
import { format } from '../../numbers/format.ts';
import { formula, toned } from '../../numbers/formula.ts';
import { texFactor, texNumber } from '../../numbers/tex.ts';
import { numberField } from '../controls.ts';
import { reveal } from '../parts.ts';
import { type Slide, slide } from '../slide.ts';
import { type TypedState, textFields, typedHolds } from './chain-state.ts';

interface IntervalState extends TypedState {
  /** dx at the first three clicks, and its two smaller values after them. Dragging changes that of its leg. */
  readonly widths: readonly number[];
}

function legOf(clock: number): number {
  return Math.max(0, clock - 3);
}

function dxOf({ widths, clock }: IntervalState): number {
  return widths[legOf(clock)] ?? 1;
}

function remark(clock: number, whole: number, say: Say): string {
  if (!Number.isFinite(whole))
    return say(
      '여기에서는 값이 없거나 너무 크다. x를 끌어 옮긴다.',
      'There is no value here, or too large a one: drag x elsewhere.',
    );
  if (clock < 3) return '';
  return say(
    'Δx를 줄이면 막대가 기울기의 테두리에 꼭 맞는다.',
    'As Δx shrinks, the bars fill the frames of the slopes.',
  );
}

/** `left = upstream · local`, each in its colour where it is a slope. */
function equation(whole: number, outer: number, inner: number, name: (above: string, below: string) => string): string {
  const [z, zy, yx] = [name('z', 'x'), name('z', 'y'), name('y', 'x')];
  const product = `${toned('upstream', texFactor(format(outer)))} \\times ${toned('local', texFactor(format(inner)))}`;
  return `${toned('downstream', z)} = ${toned('upstream', zy)} \\cdot ${toned('local', yx)} = ${product} = ${toned('downstream', texNumber(format(whole)))}`;
}

export const chainInterval: Slide = slide<IntervalState>({
  id: 'chain-interval',
  part: 'chain',
  title: { ko: '늘어나는 구간', en: 'The stretching interval' },
  clicks: 5,
  minutes: 2,
  start: { clock: 0, ...lectureTexts, x: 1, widths: [1.5, 0.5, 0.1] },
  holds: typedHolds,
  notes: {
    say: {
      ko: '세 수직선의 축척은 같다. 구간이 f에서 1/3배, g에서 약 1/y배가 된다. 오른쪽은 Δx를 늘 같은 크기로 보는 현미경이다. Δx를 줄이면 막대가 테두리에 꼭 맞는다. 다른 함수도 입력해 본다.',
      en: 'All three lines have one scale. f makes the interval 1/3 as long, g about 1/y times. On the right a microscope keeps Δx at one size: as Δx shrinks the bars fill their frames. Type another composition.',
    },
    ask: {
      ko: '첫째 배율은 Δx를 줄여도 왜 변하지 않을까?',
      en: 'Why does the first factor not change when Δx shrinks?',
    },
  },
  controls: (scene) =>
    html`${textFields(scene, 110)}${numberField(
      'Δx',
      dxOf(scene.state),
      (dx) => scene.set({ widths: scene.state.widths.with(legOf(scene.state.clock), dx) }),
      { step: 0.05, least: -3, greatest: 3 },
    )}`,
  run: ({ engine, state }) => compositionOn(engine, state).stretch(state.x, dxOf(state)),
  view: (scene) => {
    const { state, engine, say, set } = scene;
    const { clock, f, g, x } = state;
    const dx = dxOf(state);
    const composition = compositionOn(engine, state);
    const { byF, byG, whole } = composition.stretch(x, dx);
    const { dydx, dzdy, dzdx } = composition.at(x);
    const ratio = (above: string, below: string): string => `\\frac{\\Delta ${above}}{\\Delta ${below}}`;
    const slope = (above: string, below: string): string => `\\frac{d${above}}{d${below}}`;
    return html`<stretched-interval lang=${scene.language} .engine=${engine} f=${f} g=${g} x=${x} dx=${dx} .seen=${Math.min(4, clock + 1)}
        @xmove=${({ detail }: CustomEvent<number>) => set({ x: detail })}
        @dxmove=${({ detail }: CustomEvent<number>) => set({ widths: state.widths.with(legOf(clock), detail) })}></stretched-interval>
      <div class="chain-limit">
        ${reveal(clock >= 2, html`<span class="lead">${say('길이의 비', 'Ratios')}</span>`)}
        ${reveal(clock >= 2, html`<div data-figure="ratio">${formula(equation(whole, byG, byF, ratio))}</div>`)}
        <p class="remark beside" role="status">${remark(clock, whole, say)}</p>
        ${reveal(clock >= 3, formula('\\Delta x \\to 0'))}
        ${reveal(clock >= 3, html`<div data-figure="slope">${formula(equation(dzdx, dzdy, dydx, slope))}</div>`)}
      </div>`;
  },
});
