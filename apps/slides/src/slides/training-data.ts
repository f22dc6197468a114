// The training data and the worked table: predictions, residuals, squares, and their sum.

import { html } from 'lit';
import '../components/line-plot.ts';
import { format } from '../numbers/format.ts';
import { tex } from '../numbers/formula.ts';
import { texNumber } from '../numbers/tex.ts';
import { at, table } from './parts.ts';
import { workedColumns } from './regression-table.ts';
import { lectureStart, type Slide } from './slide.ts';

export const trainingData: Slide = {
  id: 'training-data',
  title: 'Training data로 loss 계산하기',
  clicks: 4,
  start: lectureStart,
  controls: ['line'],
  run: 'slope',
  notes:
    '한 열씩 함께 계산한다. 예측값, residual, 제곱의 순서다. 둘째 점은 직선 위에 있으니 residual이 0이라는 점을 짚는다. 점을 하나 끌어 표의 어느 칸이 바뀌는지 묻는다.',
  view: ({ state, points, lesson, onPoint, onLine }) => {
    const { clock, line } = state;
    const rows = lesson.rows(line, points);
    const { loss } = lesson.slope(line, points);
    const columns = workedColumns(points, rows);
    const rowsSeen = (click: number): number => (clock >= click ? points.x.length : 0);
    const total = tex(`L = ${texNumber(format(loss))}`);
    return html`<div class="columns">
      <line-plot .points=${points} .line=${line} .predictions=${rows.prediction} .extent=${{ x: [-4.4, 4.4], y: [-4, 4] }}
        .layers=${{ residuals: clock >= 2, squares: clock >= 3, handles: true }} width="560" height="500"
        @pointmove=${onPoint} @linemove=${onLine}></line-plot>
      <div class="words">
        <p class="lead">${at(line)}일 때</p>
        ${table(
          [
            columns.x,
            columns.y,
            { ...columns.prediction, seen: rowsSeen(1) },
            { ...columns.residual, seen: rowsSeen(2) },
            { ...columns.square, seen: rowsSeen(3), total, totalSeen: clock >= 4 },
          ],
          '세 점의 예측값, residual, 제곱',
        )}
        <p class="remark">${tex('\\hat y_i = a x_i + b,\\qquad r_i = y_i - \\hat y_i')}</p>
      </div>
    </div>`;
  },
};
