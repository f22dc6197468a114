// Any node of the regression graph is nudged by ε and the program run again from there: ΔL beside downstream × ε.

import { html, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import '../../components/ledger-graph.ts';
import '../../components/wiggle-plot.ts';
import type { Say } from '../../language/language.ts';
import { type Choice, chosen } from '../../lesson/chosen.ts';
import { regressionGraph } from '../../lesson/graphs.ts';
import type { Graph, GraphNode, Place } from '../../lesson/ledger.ts';
import { type Line, lectureLine } from '../../lesson/points.ts';
import { lossChanges, type Rerun, rerun } from '../../lesson/wiggle.ts';
import { format } from '../../numbers/format.ts';
import { formula, tex, toned } from '../../numbers/formula.ts';
import type { SlideState } from '../../store/state.ts';
import { choice, numberField, slider } from '../controls.ts';
import { reveal } from '../parts.ts';
import { type Given, slide } from '../slide.ts';

interface Nudge {
  readonly by: number;
  /** The plot goes from −half to half. */
  readonly half: number;
}

interface WiggleState extends SlideState {
  readonly line: Line;
  readonly node: Choice<string> | null;
  readonly nudge: Choice<Nudge> | null;
}

/** What each click looks at. */
const tour = [
  { node: '', by: 0.1 },
  { node: 'r1', by: 0.1 },
  { node: 'r1', by: 0.1 },
  { node: 'r1', by: 0.01 },
  { node: 'r1', by: 0.001 },
  { node: 'b', by: 0.1 },
  { node: 'a', by: 0.1 },
  { node: 'r2', by: 0.1 },
] as const;
const realClick = 1;
const predictedClick = 2;
/** The nudges of the table, one row a click: parts of the first. */
const shrinking = [1, 10, 100] as const;

/** The smallest of 1, 3, 10, 30, … that shows how the curve bends around a nudge. */
function windowOf(by: number): number {
  const wanted = 2 * Math.abs(by) || 0.3;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const half = [1, 3, 10].find((one) => one * power >= wanted) ?? 10;
  return Number((half * power).toPrecision(3));
}

interface Looked {
  readonly graph: Graph;
  /** The chosen node; none before the first click. */
  readonly node: GraphNode | undefined;
  readonly nudge: Nudge;
}

/** 4 significant digits even of what is small: here the last of them are the point. */
function precise(value: number): string {
  const decimals = String(Number(value.toPrecision(4))).split('.')[1]?.length;
  return format(value, decimals ?? 0);
}

/** A node's label without TeX, for lists: `r₁²`. */
function plain(label: string): string {
  return label
    .replace('\\hat y', 'ŷ')
    .replace(/_(\d)/g, (_, digit: string) => String.fromCodePoint(0x2080 + Number(digit)))
    .replace(/\^2/g, '²')
    .replace('a x', 'ax');
}

function bPlace({ place }: GraphNode): Place {
  return { column: 1.7, row: place?.row ?? 2.5 };
}

function lookedAt({ engine, points, state }: Given<WiggleState>): Looked {
  const graph = regressionGraph(engine, state.line, points);
  const at = tour[Math.min(state.clock, tour.length - 1)] ?? tour[0];
  const name = chosen(state.node, state.clock, at.node as string);
  return {
    // b stands clear of the names in the lower picture.
    graph: { ...graph, nodes: graph.nodes.map((one) => (one.name === 'b' ? { ...one, place: bPlace(one) } : one)) },
    // With other data the tour's node may not be there: then it is the last one, L.
    node: name ? (graph.nodes.find((node) => node.name === name) ?? graph.nodes.at(-1)) : undefined,
    nudge: chosen(state.nudge, state.clock, { by: at.by, half: windowOf(at.by) }),
  };
}

/** Every edge a nudge of the node passes on its way to L. */
function onwards({ edges }: Graph, name: string): readonly number[] {
  const reached = new Set([name]);
  const passed: number[] = [];
  // The ledger goes from the result to the inputs: backwards, it is an order of computation.
  edges
    .map((edge, i) => ({ ...edge, i }))
    .reverse()
    .forEach(({ from, to, i }) => {
      if (!reached.has(from)) return;
      reached.add(to);
      passed.push(i);
    });
  return passed;
}

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
      : say('Gradient가 0이다: L은 ε²만큼만 변한다.', 'The gradient is 0: L moves by no more than ε².');
  const uses = graph.edges.filter(({ from }) => from === node.name).length;
  if (uses > 1)
    return say(
      `${uses}곳에 쓰인 값이다. 변화도 ${uses}갈래로 L까지 간다.`,
      `Used in ${uses} places: the nudge takes ${uses} roads to L.`,
    );
  if (error < 1e-9)
    return say('L이 이 node의 일차식이라 반올림 오차만 남는다.', 'L is linear in this node: only rounding is left.');
  return say('ε이 1/10이 되면 상대 오차도 1/10이 된다.', 'A tenth of ε, a tenth of the relative error.');
}

interface Rows {
  readonly runs: readonly (readonly [number, Rerun])[];
  /** How many of them are seen. */
  readonly seen: number;
  readonly predicted: boolean;
  readonly now: number;
}

function errorTable({ runs, seen, predicted, now }: Rows, partial: string, gradient: number, say: Say): TemplateResult {
  const slope = format(gradient);
  const product = (by: number, result: number): string =>
    `${gradient < 0 ? `(${slope})` : slope} × ${by < 0 ? `(${precise(by)})` : precise(by)} = ${precise(result)}`;
  return html`<table class="numbers counts errors">
    <caption>${say('ε을 줄일 때의 상대 오차', 'The relative error as ε shrinks')}</caption>
    <thead><tr>
      <th scope="col"><span class="unseen">ε</span>${tex('\\varepsilon')}</th><th scope="col">${say('실제', 'real')} ${tex('\\Delta L')}</th>
      <th scope="col"><span class="unseen">${say('예측', 'predicted')}</span><span class=${predicted ? '' : 'waiting'}>${tex(`${toned('downstream', partial)} \\times \\varepsilon`)}</span></th><th scope="col"><span class=${predicted ? '' : 'waiting'}>${say('상대 오차', 'relative error')}</span></th>
    </tr></thead>
    <tbody>${runs.map(([by, run], i) => {
      const late = classMap({ waiting: i >= seen || !predicted });
      return html`<tr class=${by === now ? 'here' : ''}>
        <td class=${classMap({ waiting: i >= seen })}>${precise(by)}</td><td class=${classMap({ waiting: i >= seen })} data-figure="real-${i + 1}">${precise(run.real)}</td>
        <td class="downstream ${late}" data-figure="predicted-${i + 1}">${product(by, run.predicted)}</td><td class=${late} data-figure="error-${i + 1}">${precise(run.error)}</td></tr>`;
    })}</tbody>
  </table>`;
}

export const wiggleAnyNode = slide<WiggleState>({
  id: 'wiggle-any-node',
  part: 'graph',
  below: true,
  title: { ko: '아무 node나 ε만큼 밀어 보기', en: 'Nudge any node by ε' },
  clicks: tour.length - 1,
  minutes: 3,
  start: { clock: 0, line: lectureLine, node: null, nudge: null },
  notes: {
    say: {
      ko: 'Backward pass가 node마다 남긴 수는 무슨 뜻인가? 그 node만 조금 밀면 L이 그 수의 ε배만큼 움직인다는 뜻이다. r₁을 0.1 밀고 다시 계산한다. 예측 0.4, 실제 0.41. ε을 1/10로 줄일 때마다 곡선이 초록 선에 붙는다. b와 a는 세 줄로 퍼지고, gradient가 0인 r₂는 거의 반응하지 않는다. 마지막에는 학생이 node를 고르게 한다.',
      en: 'What does the number mean that the backward pass leaves at each node? Nudge that node alone, and L moves by that number times ε. Move r₁ by 0.1 and run again: 0.4 predicted, 0.41 real. With every tenth of ε the curve comes closer to the green line. b and a spread into three rows; r₂, whose gradient is 0, hardly matters. In the end let the students choose a node.',
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
    const names = graph.nodes.map(({ name, label }) => [name, plain(label)] as const);
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
    const { graph, node, nudge } = lookedAt(given);
    const { name, gradient } = node ?? {
      name: 'r1',
      gradient: graph.nodes.find((one) => one.name === 'r1')?.gradient ?? 0,
    };
    const { real, predicted, error } = rerun(given.engine, given.points, given.state.line, gradient, name, nudge.by);
    return [real, predicted, error];
  },
  view: (scene) => {
    const { state, points, engine, language, say, set } = scene;
    const looked = lookedAt(scene);
    const { graph, node, nudge } = looked;
    const { clock, line } = state;
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
