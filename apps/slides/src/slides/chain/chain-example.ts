// The lecture's example: y = x/3 + 2/3, z = log y. Three plots, three slopes, their product; then x = 4, and the edge.

import { html, nothing } from 'lit';
import '../../components/composition-plots.ts';
import type { Say } from '../../language/language.ts';
import { compositionOn, lectureTexts } from '../../lesson/composition.ts';
import { texOf } from '../../lesson/typed-text.ts';
import { format } from '../../numbers/format.ts';
import { formula, tex, toned } from '../../numbers/formula.ts';
import { texFraction } from '../../numbers/rational.ts';
import { texNumber } from '../../numbers/tex.ts';
import type { SlideState } from '../../store/state.ts';
import { numberField } from '../controls.ts';
import { reveal } from '../parts.ts';
import { type Slide, slide } from '../slide.ts';

interface ExampleState extends SlideState {
  /** The x of each leg of the walk: the first three clicks, the fourth, the fifth. Dragging moves that of its leg. */
  readonly at: readonly number[];
}

const edge = -2;

function legOf(clock: number): number {
  return Math.max(0, clock - 3);
}

function xOf({ at, clock }: ExampleState): number {
  return at[legOf(clock)] ?? 1;
}

function remark(x: number, slope: number, say: Say): unknown {
  if (x === edge)
    return say(
      html`${tex('x = -2')}이면 ${tex('y = 0')}이다. ${tex('\\log 0')}은 없고 기울기도 없다.`,
      html`At ${tex('x = -2')}, ${tex('y = 0')}: there is no ${tex('\\log 0')}, and no slope.`,
    );
  if (x < -1)
    return say(
      html`${tex('x \\to -2')}이면 ${tex('y \\to 0')}이고 ${tex('1/y')}이 한없이 커진다. ${tex('x > -2')}에서만 미분할 수 있다.`,
      html`As ${tex('x \\to -2')}, ${tex('y \\to 0')} and ${tex('1/y')} grows without bound: only ${tex('x > -2')} has a slope.`,
    );
  return say(
    html`${tex('x')}가 ${tex('0.1')}만큼 늘면 ${tex('z')}는 약 ${tex(texNumber(format(slope / 10)))}만큼 는다.`,
    html`If ${tex('x')} grows by ${tex('0.1')}, ${tex('z')} grows by about ${tex(texNumber(format(slope / 10)))}.`,
  );
}

export const chainExample: Slide = slide<ExampleState>({
  id: 'chain-example',
  part: 'chain',
  title: { ko: '예: 일차함수와 로그의 합성', en: 'Example: a logarithm of a line' },
  clicks: 5,
  minutes: 3,
  start: { clock: 0, at: [1, 4, -1.9] },
  notes: {
    say: {
      ko: '세 기울기를 왼쪽부터 하나씩 구한 다음 곱한다. x = 4로 옮기면 dy/dx는 그대로이고 dz/dy만 반이 된다. 끝으로 x를 −2 쪽으로 끌어 기울기가 한없이 커지는 것을 보인다.',
      en: 'Find the slopes one by one from the left, then multiply. At x = 4 dy/dx stays and only dz/dy halves. Last, drag x towards −2 and watch the slope grow without bound.',
    },
    ask: {
      ko: 'x = 7에서는 기울기가 얼마일까? 그래프를 보지 않고 곱으로 구해 보자.',
      en: 'What is the slope at x = 7? Find it from the product, without the plot.',
    },
  },
  controls: ({ state, set, say }) =>
    numberField('x', xOf(state), (x) => set({ at: state.at.with(legOf(state.clock), x) }), {
      least: edge,
      greatest: 1000,
      title: say('x의 값', 'the value of x'),
    }),
  run: ({ engine, state }) => compositionOn(engine, lectureTexts).at(xOf(state)),
  view: (scene) => {
    const { state, engine, say, set } = scene;
    const { clock } = state;
    const x = xOf(state);
    const { y, z, dydx, dzdy, dzdx } = compositionOn(engine, lectureTexts).at(x);
    const number = (value: number): string => texNumber(format(value));
    const [local, upstream, downstream] = [
      toned('local', '\\frac{dy}{dx}'),
      toned('upstream', '\\frac{dz}{dy}'),
      toned('downstream', '\\frac{dz}{dx}'),
    ];
    const product = `${toned('local', texFraction(dydx))} \\cdot ${toned('upstream', texFraction(dzdy))}`;
    const digits = texFraction(dzdx) === number(dzdx) ? '' : ` \\approx ${number(dzdx)}`;
    const cell = (name: string, values: string, click: number, slope: string): unknown => html`<div class="cell">
      <div data-figure="values-${name}">${tex(values)}</div>
      ${reveal(clock >= click, html`<div data-figure="slope-${name}">${formula(slope)}</div>`)}
    </div>`;
    const law = `${toned('local', '\\frac{1}{3}')} \\cdot ${toned('upstream', '\\frac{1}{y}')}`;
    return html`<div class="chain-three">
      ${[`y = ${texOf(lectureTexts.f, 'x')}`, `z = ${texOf(lectureTexts.g, 'y')}`, 'z = \\log\\left(\\tfrac{x}{3}+\\tfrac{2}{3}\\right)'].map((source) => html`<div class="cell">${tex(source)}</div>`)}
      <composition-plots class="wide" lang=${scene.language} .engine=${engine} f=${lectureTexts.f} g=${lectureTexts.g} x=${x} edge=${edge}
        .tangents=${Math.min(3, clock)} width="1168" height="266" @xmove=${({ detail }: CustomEvent<number>) => set({ at: state.at.with(legOf(clock), detail) })}></composition-plots>
      ${cell('y', `x = ${number(x)},\\quad y = ${number(y)}`, 1, `${local} = ${toned('local', texFraction(dydx))}`)}
      ${cell('z', `y = ${number(y)},\\quad z = ${number(z)}`, 2, `${upstream} = ${toned('upstream', '\\frac{1}{y}')} = ${toned('upstream', texFraction(dzdy))}`)}
      ${cell('x', `x = ${number(x)},\\quad z = ${number(z)}`, 3, `${downstream} = ${local} \\cdot ${upstream} = ${law}`)}
      <p class="remark two" role="status">${clock >= 3 ? remark(x, dzdx, say) : nothing}</p>
      <div class="cell">${reveal(clock >= 3, html`<div data-figure="product">${formula(`= ${product} = ${toned('downstream', texFraction(dzdx))}${digits}`)}</div>`)}</div>
    </div>`;
  },
});
