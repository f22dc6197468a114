// The regression loss, written out point by point: a and b fan out, and the table's numbers come back.

import { html } from 'lit';
import '../../components/ledger-graph.ts';
import { mostPoints, regressionGraph } from '../../lesson/graphs.ts';
import { format } from '../../numbers/format.ts';
import { formula, toned } from '../../numbers/formula.ts';
import { texNumber } from '../../numbers/tex.ts';
import { type LineState, lectureStart, lineFields } from '../descent/regression-state.ts';
import { reveal } from '../parts.ts';
import { slide } from '../slide.ts';

export const regressionGraphSlide = slide<LineState>({
  id: 'regression-graph',
  part: 'graph',
  title: { ko: 'Regression loss의 계산 그래프', en: 'The regression loss as a graph' },
  clicks: 10,
  minutes: 3.5,
  start: lectureStart,
  notes: { say: { ko: '', en: '' }, ask: { ko: '', en: '' } },
  controls: lineFields,
  run: ({ engine, points, state }) =>
    regressionGraph(engine, state.line, points).edges.map(({ downstream }) => downstream),
  view: ({ state, points, engine, language }) => {
    const graph = regressionGraph(engine, state.line, points);
    const { clock } = state;
    const rows = Math.min(mostPoints, points.x.length);
    const notes = Object.fromEntries(
      Array.from({ length: rows }, (_, i) => [
        [`m${i + 1}`, `x = ${format(points.x[i] ?? 0)}`],
        [`r${i + 1}`, `y = ${format(points.y[i] ?? 0)}`],
      ]).flat(),
    );
    const forward = [0, rows, 2 * rows, 3 * rows, 4 * rows][clock] ?? 99;
    return html`<div class="graph-slide">
      <ledger-graph lang=${language} .graph=${graph} forward=${forward} backward=${[0, 0, 0, 0, 0, 0, 2, 7, 12, 17, 19][clock] ?? 0} sparse opened=${clock === 5 ? 1 : 0}
        .nodeNotes=${notes} width="1168" height="446" size="48"></ledger-graph>
      ${reveal(clock >= 9, formula(`${toned('downstream', '\\tfrac{\\partial L}{\\partial a}')} = ${texNumber(format(graph.nodes[0]?.gradient ?? 0))}`))}
    </div>`;
  },
});
