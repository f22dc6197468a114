// The training data and the worked table: predictions, residuals, squares, and their sum.

import { html } from 'lit';
import '../../components/line-plot.ts';
import { regressionOn } from '../../lesson/regression.ts';
import { format } from '../../numbers/format.ts';
import { tex } from '../../numbers/formula.ts';
import { texNumber } from '../../numbers/tex.ts';
import { at } from '../parts.ts';
import { slide } from '../slide.ts';
import {
  dataField,
  lineFields,
  onLine,
  onPoint,
  type RegressionState,
  regressionHolds,
  setting,
  shown,
  untouched,
} from './regression-state.ts';
import { worked, workedColumns } from './regression-table.ts';

export const trainingData = slide<RegressionState>({
  id: 'training-data',
  part: 'descent',
  title: { ko: 'Training data로 loss 계산하기', en: 'Computing the loss on the training data' },
  clicks: 4,
  minutes: 2,
  start: untouched,
  holds: regressionHolds,
  notes: {
    say: {
      ko: '한 열씩 함께 계산한다. 예측값, residual, 제곱의 순서다. 둘째 점은 직선 위에 있으니 residual이 0이라는 점을 짚는다. 학생의 데이터가 있으면 ‘데이터 입력’에 붙여 넣는다. 이 장의 모든 슬라이드가 그 데이터로 바뀐다.',
      en: 'Work it out together, column by column: prediction, residual, square. The second point lies on the line, so its residual is 0. If a student has data of their own, paste them in with “Your data”: every slide of this part then works on them.',
    },
    ask: {
      ko: '점을 하나 위로 끌면 표의 어느 칸이 바뀔까?',
      en: 'If I drag one point upwards, which cells of the table change?',
    },
  },
  controls: (scene) => html`${lineFields(scene)}${dataField(scene)}`,
  run: (given) => regressionOn(given.engine).slope(setting(given).line, given.points),
  view: (scene) => {
    const { state, points, engine, say } = scene;
    const lesson = regressionOn(engine);
    const { clock } = state;
    const { line } = setting(scene);
    const rows = lesson.rows(line, points);
    const { loss } = lesson.slope(line, points);
    const columns = workedColumns(points, rows, say);
    const rowsSeen = (click: number): number => (clock >= click ? points.x.length : 0);
    const total = tex(`L = ${texNumber(format(loss))}`);
    return html`<div class="columns">
      <line-plot lang=${scene.language} .points=${points} .line=${line} .predictions=${rows.prediction} .extent=${shown(scene, { x: [-4.4, 4.4], y: [-4, 4] })}
        .layers=${{ residuals: clock >= 2, squares: clock >= 3, handles: true }} width="560" height="500"
        @pointmove=${onPoint(scene)} @linemove=${onLine(scene)}></line-plot>
      <div class="words">
        <p class="lead">${say(html`${at(line)}일 때`, html`At ${at(line)}`)}</p>
        ${worked(
          scene.data,
          [
            columns.x,
            columns.y,
            { ...columns.prediction, seen: rowsSeen(1) },
            { ...columns.residual, seen: rowsSeen(2) },
            { ...columns.square, seen: rowsSeen(3), total, totalSeen: clock >= 4 },
          ],
          say('각 점의 예측값, residual, 제곱', 'Prediction, residual and square of each point'),
        )}
        <p class="remark">${tex('\\hat y_i = a x_i + b,\\qquad r_i = y_i - \\hat y_i')}</p>
      </div>
    </div>`;
  },
});
