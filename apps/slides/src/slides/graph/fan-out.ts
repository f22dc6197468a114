// A value used twice: what its uses send back adds up. a = 1; b = a + a; c = b + b.

import { html } from 'lit';
import '../../components/ledger-graph.ts';
import { fanOutGraph } from '../../lesson/graphs.ts';
import { format } from '../../numbers/format.ts';
import { formula, tex, toned } from '../../numbers/formula.ts';
import { texFactor, texNumber } from '../../numbers/tex.ts';
import type { SlideState } from '../../store/state.ts';
import { numberField } from '../controls.ts';
import { reveal } from '../parts.ts';
import { slide } from '../slide.ts';

interface FanOutState extends SlideState {
  readonly a: number;
}

export const fanOut = slide<FanOutState>({
  id: 'fan-out',
  part: 'graph',
  title: {
    ko: '여러 번 쓰인 값: 돌아온 gradient를 더한다',
    en: 'A value used more than once: its gradients add up',
  },
  clicks: 7,
  minutes: 2,
  start: { clock: 0, a: 1 },
  notes: {
    say: {
      ko: 'Forward는 두 번이면 끝난다. Backward에서는 화살표가 하나씩 돌아온다. b에 둘이 다 도착해야 b의 upstream이 정해지고, 그다음에야 a로 내려갈 수 있다. 마지막 수를 열기 전에 1, 2, 4 가운데 고르게 한다.',
      en: 'The forward pass takes two clicks. On the way back the arrows arrive one at a time: only when both have reached b is its upstream gradient known, and only then can we go on to a. Let them vote for 1, 2 or 4 before you open the last number.',
    },
    ask: {
      ko: '더하지 않고 나중에 온 것으로 덮어쓰면 dc/da는 얼마가 될까?',
      en: 'If the second arrival overwrote the first instead of being added, what would dc/da be?',
    },
  },
  controls: ({ state, set, say }) =>
    numberField('a', state.a, (a) => set({ a }), { title: say('a의 값', 'value of a'), least: -1000, greatest: 1000 }),
  run: ({ engine, state }) => fanOutGraph(engine, state.a).edges.map(({ downstream }) => downstream),
  view: ({ state, engine, language, say }) => {
    const graph = fanOutGraph(engine, state.a);
    const { clock } = state;
    const backward = Math.max(0, clock - 3);
    const gradient = graph.nodes.find(({ name }) => name === 'a')?.gradient ?? 0;
    const down = (of: string, by: string): string => toned('downstream', `\\dfrac{d${of}}{d${by}}`);
    const terms = (name: string): string =>
      graph.edges
        .filter(({ from }) => from === name)
        .map(({ downstream }) => toned('downstream', texFactor(format(downstream))))
        .join(' + ');
    return html`<div class="graph-slide">
      <ledger-graph lang=${language} .graph=${graph} forward=${Math.min(2, clock)} backward=${backward} opened=${clock === 3 ? 1 : 0}
        ?sums=${true} width="1168" height="340" size="72"></ledger-graph>
      <div class="graph-words">
        <div>${formula('b = a + a,\\qquad c = b + b')}
          <p class="remark">${say(html`${tex('a')}도 ${tex('b')}도 두 번 쓰였다.`, html`Both ${tex('a')} and ${tex('b')} are used twice.`)}</p></div>
        <div>
          ${reveal(clock >= 5, formula(`${down('c', 'b')} = ${terms('b')} = ${texNumber(format(graph.nodes.find(({ name }) => name === 'b')?.gradient ?? 0))}`))}
        </div>
        <div data-figure="dcda">${reveal(clock >= 7, formula(`${down('c', 'a')} = ${terms('a')} = ${texNumber(format(gradient))}`))}</div>
      </div>
    </div>`;
  },
});
