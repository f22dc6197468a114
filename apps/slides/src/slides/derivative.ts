// ∂L/∂a and ∂L/∂b: two slides of one shape. Each click adds one data point's term; the last adds them up.

import { html } from 'lit';
import '../components/line-plot.ts';
import '../components/loss-slice.ts';
import { format, formatTogether } from '../numbers/format.ts';
import { formula, tex, toned } from '../numbers/formula.ts';
import { texNumber } from '../numbers/tex.ts';
import { reveal, table } from './parts.ts';
import { workedColumns } from './regression-table.ts';
import { lectureStart, type Slide } from './slide.ts';

type Parameter = 'a' | 'b';

const other: Readonly<Record<Parameter, Parameter>> = { a: 'b', b: 'a' };
const factor: Readonly<Record<Parameter, string>> = { a: '-2x_i', b: '-2' };
const slices = Float64Array.from({ length: 61 }, (_, i) => -1 + (4 * i) / 60);

function derivative(parameter: Parameter, notes: string): Slide {
  const fixed = other[parameter];
  const symbol = `\\frac{\\partial L}{\\partial ${parameter}}`;
  return {
    id: `derivative-${parameter}`,
    title: `${parameter}에 대한 편미분`,
    heading: html`${tex(parameter)}에 대한 편미분`,
    step: 2,
    clicks: 4,
    start: lectureStart,
    controls: ['line'],
    run: 'slope',
    notes,
    view: ({ state, points, lesson, onPoint, onLine }) => {
      const { clock, line } = state;
      const rows = lesson.rows(line, points);
      const { loss, gradient } = lesson.slope(line, points);
      const columns = workedColumns(points, rows);
      const terms = formatTogether(rows.terms[parameter]);
      const still = new Float64Array(slices.length).fill(line[fixed]);
      const along = parameter === 'a' ? lesson.field(slices, still, points) : lesson.field(still, slices, points);
      const total = (source: string, value: number): unknown => tex(`${source} = ${texNumber(format(value))}`);
      return html`<div class="columns narrow">
        <div class="stack">
          <line-plot .points=${points} .line=${line} .predictions=${rows.prediction} .extent=${{ x: [-3.2, 3.2], y: [-4, 4] }}
            .layers=${{ residuals: true, handles: true, labels: terms.map((term, i) => (i < clock ? term : '')) }}
            width="452" height="268" @pointmove=${onPoint} @linemove=${onLine}></line-plot>
          <loss-slice along=${parameter} .at=${line} .values=${[...slices]} .losses=${along.loss} .loss=${loss}
            .slope=${gradient[parameter]} ?tangent=${clock >= 4} width="452" height="232" @linemove=${onLine}></loss-slice>
        </div>
        <div class="words">
          ${formula(`${toned('downstream', symbol)} = \\sum_i ${factor[parameter]}\\bigl(y_i - (a x_i + b)\\bigr)`)}
          ${table(
            [
              columns.x,
              columns.y,
              columns.prediction,
              columns.residual,
              { ...columns.square, total: html`${total('L', loss)}` },
              {
                name: `term-${parameter}`,
                word: '각 점의 항',
                head: `${factor[parameter]}\\,r_i`,
                cells: terms,
                seen: clock,
                tone: 'downstream',
                total: html`${total(`\\tfrac{\\partial L}{\\partial ${parameter}}`, gradient[parameter])}`,
                totalSeen: clock >= 4,
              },
            ],
            `${parameter}에 대한 편미분의 계산`,
          )}
          ${reveal(
            clock >= 4,
            html`<p class="remark">${tex(fixed)}를 상수로 두면 ${tex('L')}은 ${tex(parameter)}만의 함수이고,<br />
              ${tex(`${parameter} = ${texNumber(format(line[parameter]))}`)}에서 접선의 기울기가 곧
              ${tex(toned('downstream', `\\tfrac{\\partial L}{\\partial ${parameter}}`))}이다.</p>`,
          )}
        </div>
      </div>`;
    },
  };
}

export const derivativeA: Slide = derivative(
  'a',
  'b는 상수로 두고 a만 움직인다. 곡선 위의 점을 끌어 접선의 기울기가 합과 같은 것을 보인다. “x가 0인 둘째 점은 왜 기울기에 아무것도 보태지 않을까?”',
);

export const derivativeB: Slide = derivative(
  'b',
  '이번에는 a를 상수로 둔다. 앞의 식에서 x만 빠진 것을 확인한다. “부호가 음수이면 b를 늘려야 할까, 줄여야 할까?”',
);
