// Forward pass, then backward pass, node by node: each node's downstream gradient is the next node's upstream.

import { html } from 'lit';
import '../../components/ledger-graph.ts';
import { chainGraph } from '../../lesson/graphs.ts';
import { format } from '../../numbers/format.ts';
import { formula, toned } from '../../numbers/formula.ts';
import { texNumber } from '../../numbers/tex.ts';
import type { SlideState } from '../../store/state.ts';
import { numberField, slider } from '../controls.ts';
import { reveal, table } from '../parts.ts';
import { slide } from '../slide.ts';

interface ChainState extends SlideState {
  readonly x: number;
}

/** Clicks of the forward pass, and what each click after it shows: rows seen, and what is open of the next. */
const forwardClicks = 4;
const backwardAt = [
  [0, 1],
  [0, 2],
  [1, 0],
  [2, 0],
  [3, 0],
  [4, 0],
] as const;

export const forwardBackward = slide<ChainState>({
  id: 'forward-backward',
  part: 'graph',
  title: { ko: 'Forward pass, 그리고 backward pass', en: 'Forward pass, then backward pass' },
  clicks: forwardClicks + backwardAt.length,
  minutes: 2.5,
  start: { clock: 0, x: 4 },
  notes: {
    say: {
      ko: '앞 장의 log(x/3 + 2/3)을 제곱한 것이 L이다. 값은 왼쪽에서 오른쪽으로 한 node씩 간다. 끝에서 1로 시작해, 각 node가 받은 수에 자기 local gradient를 곱해 왼쪽으로 넘긴다. 표에서 초록이 다음 줄의 파랑이 되는 것을 손으로 짚는다.',
      en: 'L is the square of the earlier log(x/3 + 2/3). Values go from left to right, node by node. At the end we start with 1; each node multiplies what it receives by its own local gradient and hands it to the left. Point at the table: the green number becomes the blue one of the next line.',
    },
    ask: {
      ko: 'Backward pass를 시작하는 upstream이 왜 하필 1일까?',
      en: 'Why does the backward pass start with an upstream gradient of 1, of all numbers?',
    },
  },
  controls: ({ state, set, say }) => {
    const change = (x: number): void => set({ x });
    return [
      numberField('x', state.x, change, { title: say('x의 값', 'value of x'), least: -1.9, greatest: 100 }),
      slider(say('x의 값', 'value of x'), state.x, change, { least: -1.9, greatest: 10, step: 0.1 }),
    ];
  },
  run: ({ engine, state }) => chainGraph(engine, state.x).edges.map(({ downstream }) => downstream),
  view: ({ state, engine, language, say }) => {
    const graph = chainGraph(engine, state.x);
    const { clock } = state;
    const [backward, opened] = backwardAt[clock - forwardClicks - 1] ?? [0, 0];
    const begun = clock > forwardClicks;
    const upstreams = begun ? Math.min(graph.edges.length, backward + 1) : 0;
    const column = (name: 'upstream' | 'local' | 'downstream', head: string, seen: number) => ({
      name,
      word: name,
      head,
      tone: name,
      cells: graph.edges.map((edge) => format(edge[name])),
      seen,
    });
    const partial = (of: string, by: string): string => `\\tfrac{d${of}}{d${by}}`;
    const last = graph.edges.at(-1);
    return html`<div class="graph-slide">
      <ledger-graph lang=${language} .graph=${graph} forward=${Math.min(forwardClicks, clock)} backward=${backward} opened=${opened} envelopes
        width="1168" height="216" size="64"></ledger-graph>
      <div class="columns chain-table">
        ${table(
          [
            {
              name: 'node',
              word: 'node',
              head: 'q \\to p',
              cells: graph.edges.map(({ from, to }) => `${to} → ${from}`),
              seen: begun ? graph.edges.length : 0,
            },
            column('upstream', '\\tfrac{dL}{dq}', upstreams),
            column('local', '\\tfrac{dq}{dp}', opened > 1 ? backward + 1 : backward),
            column('downstream', '\\tfrac{dL}{dp}', backward),
          ],
          say('Backward pass의 각 행', 'The rows of the backward pass'),
        )}
        <div class="words">
          ${reveal(
            clock >= 7,
            html`<p>${say(html`한 node의 <em class="downstream">downstream</em>이<br />다음 node의 <em class="upstream">upstream</em>이다.`, html`The <em class="downstream">downstream</em> gradient of one node<br />is the <em class="upstream">upstream</em> gradient of the next.`)}</p>`,
          )}
          ${reveal(
            clock >= 10,
            html`<div data-figure="dLdx">${formula(`${toned('downstream', partial('L', 'x'))} = ${graph.edges.map(({ from, to }) => toned('local', partial(to, from))).join('\\,')}`)}
              ${formula(`\\phantom{${partial('L', 'x')}} = ${toned('downstream', texNumber(format(last?.downstream ?? Number.NaN)))}`)}</div>`,
          )}
          ${reveal(clock >= 10, html`<p class="remark">${say(html`Chain rule을 오른쪽부터 차례로 곱한 것이다.`, html`It is the chain rule, multiplied from right to left.`)}</p>`)}
        </div>
      </div>
    </div>`;
  },
});
