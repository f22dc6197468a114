// The words of the lecture, on the smallest graph that shows them all: z = xy, L = z².

import { html } from 'lit';
import '../../components/ledger-graph.ts';
import { conceptsGraph } from '../../lesson/concepts.ts';
import { tex, toned } from '../../numbers/formula.ts';
import type { SlideState } from '../../store/state.ts';
import { numberField } from '../controls.ts';
import { reveal } from '../parts.ts';
import { slide } from '../slide.ts';

interface ConceptsState extends SlideState {
  readonly x: number;
  readonly y: number;
}

export const concepts = slide<ConceptsState>({
  id: 'concepts',
  part: 'opening',
  title: { ko: '핵심 개념', en: 'Key concepts' },
  clicks: 4,
  minutes: 1.5,
  start: { clock: 0, x: 1, y: 2 },
  notes: {
    say: {
      ko: '단어만 소개한다. 지금 이해하지 못해도 된다. 색과 모양(파란 화살표, 주황 점선 테두리, 초록 겹줄)이 강의 끝까지 같은 뜻으로 쓰인다는 것만 약속한다.',
      en: 'Only introduce the words; nobody needs to understand them yet. Agree on the colours and forms: blue arrow, dotted orange frame, double green line mean the same until the end.',
    },
    ask: {
      ko: '이 가운데 이미 들어 본 말은 무엇인가?',
      en: 'Which of these words have you heard before?',
    },
  },
  controls: ({ state, set, say }) => [
    numberField('x', state.x, (x) => set({ x }), { title: say('x의 값', 'value of x'), least: -100, greatest: 100 }),
    numberField('y', state.y, (y) => set({ y }), { title: say('y의 값', 'value of y'), least: -100, greatest: 100 }),
  ],
  run: ({ engine, state: { x, y } }) => conceptsGraph(engine, x, y).edges.map(({ downstream }) => downstream),
  view: ({ state, engine, language, say }) => {
    const { clock, x, y } = state;
    const [up, local, down] = (
      [
        ['upstream', '\\tfrac{\\partial L}{\\partial z}'],
        ['local', '\\tfrac{\\partial z}{\\partial x}'],
        ['downstream', '\\tfrac{\\partial L}{\\partial x}'],
      ] as const
    ).map(([tone, source]) => toned(tone, source));
    const rows: readonly (readonly [word: string, meaning: unknown])[] = [
      [
        say('편미분', 'Partial derivative'),
        say(
          html`${tex(local ?? '')}: 나머지 변수는 상수로 두고 ${tex('x')}로만 미분한다.`,
          html`${tex(local ?? '')}: differentiate in ${tex('x')}; the rest is constant.`,
        ),
      ],
      [
        'Gradient descent',
        say(
          html`${tex(`x := x - \\alpha\\,${down}`)}: ${tex('L')}이 줄어드는 쪽으로 한 걸음.`,
          html`${tex(`x := x - \\alpha\\,${down}`)}: one step towards a smaller ${tex('L')}.`,
        ),
      ],
      [
        'Chain rule',
        say(
          html`합성함수의 미분은 미분의 곱이다: ${tex(`${down} = ${up} \\cdot ${local}`)}`,
          html`Derivatives multiply: ${tex(`${down} = ${up} \\cdot ${local}`)}`,
        ),
      ],
      [
        'Upstream · Local · Downstream gradient',
        html`${tex(`${toned('upstream', '\\text{upstream}')} \\times ${toned('local', '\\text{local}')} = ${toned('downstream', '\\text{downstream}')}`)}`,
      ],
    ];
    return html`<div>
      <ledger-graph class="middle" lang=${language} .engine=${engine} .graph=${conceptsGraph(engine, x, y)}
        backward=${clock >= 4 ? 3 : clock >= 3 ? 1 : 0} opened=${clock === 3 ? 2 : 0} width="700" height="264" size="50"></ledger-graph>
      <dl class="concepts">
        ${rows.map(([word, meaning], i) => reveal(clock > i, html`<dt>${word}</dt><dd>${meaning}</dd>`))}
      </dl>
    </div>`;
  },
});
