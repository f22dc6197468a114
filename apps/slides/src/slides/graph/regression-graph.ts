// The regression loss, written out point by point: a and b feed every row, and what comes back adds up to the
// numbers of the table.

import { html, nothing } from 'lit';
import '../../components/ledger-graph.ts';
import { mostPoints, regressionGraph } from '../../lesson/graphs.ts';
import { computedNodes, type Graph } from '../../lesson/ledger.ts';
import type { Points } from '../../lesson/points.ts';
import { format, shortForms, subscript } from '../../numbers/format.ts';
import { formula, toned } from '../../numbers/formula.ts';
import { texFactor, texNumber } from '../../numbers/tex.ts';
import { lineFields, type RegressionState, regressionHolds, setting, untouched } from '../descent/regression-state.ts';
import { reveal } from '../parts.ts';
import { type Given, slide } from '../slide.ts';
import { drawnPoints } from './drawn-points.ts';

const clicks = 11;
const seedClick = 5;

/** Rows of the ledger seen after each click: those up to the last one that leaves the named node. */
const lastNodes = ['L', 'r1', 'm1', 'm2', 'm3'] as const;

function rowsAfter({ edges }: Graph, clock: number): number {
  const seen = lastNodes.slice(0, Math.max(0, clock - seedClick));
  const [deepest] = seen
    .map((name) => edges.findLastIndex(({ to }) => to === name) + 1)
    .sort((one, other) => other - one);
  return deepest ?? 0;
}

function graphOf(given: Given<RegressionState>): Graph {
  return regressionGraph(given.engine, setting(given).line, given.points);
}

/** Each point's coordinates, under the nodes that use them. */
function notesOf({ x, y }: Points): Readonly<Record<string, string>> {
  const rows = x.slice(0, mostPoints).map((_, i) => i);
  return Object.fromEntries(
    rows.flatMap((i) => [
      [`m${i + 1}`, `x${subscript(i + 1)} = ${format(x[i] ?? 0)}`],
      [`r${i + 1}`, `y${subscript(i + 1)} = ${format(y[i] ?? 0)}`],
    ]),
  );
}

/** `∂L/∂a = 8 + 0 + ?`: the terms as they arrive, in the order of the points. */
function sum({ nodes, edges }: Graph, name: 'a' | 'b', backward: number, format: (value: number) => string): string {
  const terms = edges.flatMap(({ from, downstream }, i) =>
    from === name ? [i < backward ? downstream : undefined] : [],
  );
  const written = terms.map((term, i) => {
    if (term === undefined) return '{?}';
    return toned('downstream', (i > 0 ? texFactor : texNumber)(format(term)));
  });
  const whole = !terms.includes(undefined);
  const total = whole
    ? ` = ${toned('downstream', texNumber(format(nodes.find((node) => node.name === name)?.gradient ?? 0)))}`
    : '';
  return `${toned('downstream', `\\tfrac{\\partial L}{\\partial ${name}}`)} = ${written.join(' + ')}${total}`;
}

/** How many letters a formula prints, roughly. */
function lengthOf(source: string): number {
  return source.replace(/\\times/g, '×').replace(/\\htmlClass\{\w+\}|\\tfrac|\\partial|[{}^\s]/g, '').length;
}

export const regressionGraphSlide = slide<RegressionState>({
  id: 'regression-graph',
  part: 'graph',
  title: { ko: 'Regression loss의 계산 그래프', en: 'The regression loss as a graph' },
  clicks,
  minutes: 3.5,
  start: untouched,
  holds: regressionHolds,
  notes: {
    say: {
      ko: '점 하나가 한 줄이다. a와 b는 모든 줄에 쓰인다. Forward로 L = 5를 얻고, 1에서 시작해 되돌아온다. 첫째 줄은 천천히, 나머지는 한 번에 한 줄씩 간다. 세 번의 도착을 더하면 표에서 본 10과 −2다. 새로 배운 것은 없다: 같은 수를 그래프가 스스로 구했다.',
      en: 'One row for each point; a and b are used in every row. Forward gives L = 5; then we start with 1 and come back, slowly along the first row, one click for each of the others. The three arrivals add up to the 10 and −2 of our table. Nothing new happened: the graph found the same numbers by itself.',
    },
    ask: {
      ko: '점이 백만 개라면 이 그래프에서 무엇이 늘어나고, a와 b에서는 무엇이 달라질까?',
      en: 'With a million points, what grows in this graph, and what changes at a and b?',
    },
  },
  controls: lineFields,
  run: (given) => graphOf(given).edges.map(({ downstream }) => downstream),
  view: (scene) => {
    const { state, points, language, say } = scene;
    const graph = graphOf(scene);
    const { clock } = state;
    const rows = Math.min(mostPoints, points.x.length);
    const forward = clock < 4 ? clock * rows : computedNodes(graph).length;
    const backward = rowsAfter(graph, clock);
    const loss = graph.nodes.at(-1)?.value ?? Number.NaN;
    const begun = clock >= 8;
    const asInTable = points.x.length <= rows && state.line === undefined;
    const sums = (form: (value: number) => string) => ({
      a: sum(graph, 'a', backward, form),
      b: sum(graph, 'b', backward, form),
    });
    // Long numbers take the room of the remark; where that is not enough, they are shortened.
    const full = sums(format);
    const longest = Math.max(lengthOf(full.a), lengthOf(full.b));
    const size = longest > 36 ? 'very-long' : longest > 26 ? 'long' : '';
    const { a, b } = size === 'very-long' ? sums((value) => shortForms(value).next().value ?? '') : full;
    return html`<div class="graph-slide">
      ${drawnPoints(points, say)}
      <ledger-graph lang=${language} .graph=${graph} forward=${forward} backward=${clock === clicks ? graph.edges.length : backward} opened=${clock === seedClick ? 1 : 0}
        current=${clock < seedClick || clock >= 9 ? '' : nothing} sparse .nodeNotes=${notesOf(points)} width="1168" height="446" size="48"></ledger-graph>
      <div class=${`graph-sums ${size}`}>
        <div data-figure="loss">${reveal(clock >= 4, formula(`L = ${texNumber(format(loss))}`))}</div>
        <div data-figure="dLda">${reveal(begun, formula(a))}</div>
        <div data-figure="dLdb">${reveal(begun, formula(b))}</div>
        ${reveal(clock >= clicks && asInTable, html`<p class="remark">${say('표에서 구한 값 그대로다.', 'As in the table.')}</p>`)}
      </div>
    </div>`;
  },
});
