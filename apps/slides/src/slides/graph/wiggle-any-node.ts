// Any node of the regression graph is nudged by ε and the program run again from there: ΔL beside downstream × ε.

import { html } from 'lit';
import { plainLabel } from '../../components/graph/in-words.ts';
import '../../components/ledger-graph.ts';
import '../../components/wiggle-plot.ts';
import type { Say } from '../../language/language.ts';
import { lossChanges, type Rerun, rerun } from '../../lesson/wiggle.ts';
import { format } from '../../numbers/format.ts';
import { formula, tex, toned } from '../../numbers/formula.ts';
import { choice, numberField, slider } from '../controls.ts';
import { reveal } from '../parts.ts';
import { slide } from '../slide.ts';
import { drawnPoints } from './drawn-points.ts';
import { type Looked, lookedAt, onwards, tour, type WiggleState, wiggleHolds, windowOf } from './wiggle-state.ts';
import { errorTable } from './wiggle-table.ts';

const realClick = 1;
const predictedClick = 2;
/** The nudges of the table, one row a click: parts of the first. */
const shrinking = [1, 10, 100] as const;

/** Beside a node: 3 digits are enough to follow a nudge along its way. */
function signed(change: number): string {
  const text = format(Number(change.toPrecision(3)));
  return change > 0 ? `+${text}` : text;
}

function remark({ graph, node }: Looked, { real, error }: Rerun, predicted: boolean, say: Say): string {
  if (!node) return '';
  if (!predicted) return say('밀린 node에서 L까지 다시 계산했다.', 'The program has run again, from that node to L.');
  if (node.gradient === 0)
    return real === 0
      ? say('이 node를 밀어도 L은 변하지 않는다.', 'Nudging this node does not change L.')
      : say('Gradient가 0이다: L은 ε²에 비례해 변할 뿐이다.', 'The gradient is 0: L moves only in proportion to ε².');
  const uses = graph.edges.filter(({ from }) => from === node.name).length;
  if (uses > 1)
    return say(
      `${uses}곳에 쓰인 값이다. 변화도 ${uses}갈래로 L까지 간다.`,
      `Used in ${uses} places: the nudge takes ${uses} paths to L.`,
    );
  if (error < 1e-9)
    return say('L이 이 node의 일차식이라 반올림 오차만 남는다.', 'L is linear in this node: only rounding is left.');
  return say('ε이 1/10이 되면 상대 오차도 1/10이 된다.', 'A tenth of ε, a tenth of the relative error.');
}

export const wiggleAnyNode = slide<WiggleState>({
  id: 'wiggle-any-node',
  part: 'graph',
  below: true,
  title: { ko: '아무 node나 ε만큼 밀어 보기', en: 'Nudge any node by ε' },
  clicks: tour.length - 1,
  minutes: 3,
  start: { clock: 0, node: null, nudge: null },
  holds: wiggleHolds,
  notes: {
    say: {
      ko: 'Backward pass가 node마다 남긴 수는 무슨 뜻인가? 그 node만 조금 밀면 L이 그 수의 ε배만큼 움직인다는 뜻이다. r₁을 0.1 밀고 다시 계산한다. 예측 0.4, 실제 0.41. ε을 1/10로 줄일 때마다 곡선이 초록 선에 붙는다. b와 a는 세 줄로 퍼지고, gradient가 0인 r₂는 거의 반응하지 않는다. 마지막에는 학생이 node를 고르게 한다.',
      en: 'What does the number mean that the backward pass leaves at each node? Nudge that node alone, and L moves by that number times ε. Move r₁ by 0.1 and run again: 0.4 predicted, 0.41 in fact. With every tenth of ε the curve comes closer to the green line. b and a spread into three rows; r₂, whose gradient is 0, hardly matters. In the end let the students choose a node.',
    },
    ask: {
      ko: '어느 node를 밀면 L이 가장 많이 변할까? 다시 계산하지 않고 알 수 있을까?',
      en: 'Which node moves L the most? Can you tell without running anything again?',
    },
  },
  controls: (scene) => {
    const { state, set, say } = scene;
    const { graph, node, nudge } = lookedAt(scene);
    const change = (by: number): void => set({ nudge: { at: state.clock, value: { by, half: windowOf(by) } } });
    const size = Math.log10(Math.abs(nudge.by) || 1e-4);
    const names = graph.nodes.map(({ name, label }) => [name, plainLabel(label)] as const);
    const title = say('ε의 크기', 'size of ε');
    return [
      choice(say('node', 'node'), [['', 'node'] as const, ...names], node?.name ?? '', (name) =>
        set({ node: { at: state.clock, value: name } }),
      ),
      numberField('ε', nudge.by, change, { title: 'ε', step: 0.01, least: -1, greatest: 1 }),
      slider(title, size, (power) => change(Number(((nudge.by < 0 ? -1 : 1) * 10 ** power).toPrecision(2))), {
        least: -4,
        greatest: 0,
        step: 0.1,
      }),
    ];
  },
  run: (given) => {
    const { graph, line, node, nudge } = lookedAt(given);
    const { name, gradient } = node ?? {
      name: 'r1',
      gradient: graph.nodes.find((one) => one.name === 'r1')?.gradient ?? 0,
    };
    const { real, predicted, error } = rerun(given.engine, given.points, line, gradient, name, nudge.by);
    return [real, predicted, error];
  },
  view: (scene) => {
    const { state, points, engine, language, say, set } = scene;
    const looked = lookedAt(scene);
    const { graph, line, node, nudge } = looked;
    const { clock } = state;
    const { name = '', label = 'v', gradient = 0 } = node ?? {};
    const again = (by: number): Rerun => rerun(engine, points, line, gradient, name, by);
    const now = again(nudge.by);
    const real = node !== undefined;
    const predicted = real && (clock !== realClick || state.node?.at === clock);
    const xs = Array.from({ length: 33 }, (_, i) => nudge.half * (i / 16 - 1));
    const notes = Object.entries(now.changes).filter(([, change]) => change !== 0 && node);
    const partial = `\\tfrac{\\partial L}{\\partial ${/[+^]/.test(label) ? `(${label})` : label}}`;
    const first = state.nudge?.at === clock ? nudge.by : tour[0].by;
    const touched = state.nudge?.at === clock || state.node?.at === clock;
    const seen = !real
      ? 0
      : clock <= predictedClick && !touched
        ? 1
        : Math.min(3, touched ? 3 : clock - predictedClick + 1);
    const runs = shrinking.map((parts) => {
      const by = Number((first / parts).toPrecision(12));
      return [by, again(by)] as const;
    });
    return html`<div class="graph-slide wiggle-any-node">
      ${drawnPoints(points, say)}
      <ledger-graph lang=${language} .graph=${graph} sparse selectable current=${name} .emphasis=${node ? onwards(graph, name) : []}
        .nodeNotes=${Object.fromEntries(notes.map(([one, change]) => [one, signed(change)]))} width="1168" height="314" size="40"
        @nodeselect=${({ detail }: CustomEvent<{ name: string }>) => set({ node: { at: clock, value: detail.name } })}></ledger-graph>
      <div class="columns even">
        <div class="stack">
          ${reveal(
            real,
            html`<wiggle-plot lang=${language} .engine=${engine} half=${nudge.half} nudge=${nudge.by} .changes=${lossChanges(engine, points, line, name, xs)} .slope=${gradient} .real=${now.real}
              .predicted=${predicted} @nudge=${({ detail }: CustomEvent<number>) => set({ nudge: { at: clock, value: { by: detail, half: nudge.half } } })}></wiggle-plot>`,
          )}
          ${reveal(
            !real,
            html`<div class="claim"><p>${say(html`어느 node ${tex('v')}든 ${tex('\\varepsilon')}만큼 밀면`, html`Nudge any node ${tex('v')} by ${tex('\\varepsilon')}:`)}</p>
              ${formula(`\\Delta L \\approx ${toned('downstream', '\\frac{\\partial L}{\\partial v}')} \\times \\varepsilon\\;?`)}</div>`,
          )}
        </div>
        <div>
          ${reveal(real, errorTable({ runs, seen, predicted, now: nudge.by }, partial, gradient, say))}
          <p class="remark" role="status">${remark(looked, now, predicted, say)}</p>
        </div>
      </div>
    </div>`;
  },
});
