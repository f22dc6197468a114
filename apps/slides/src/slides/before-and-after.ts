// The same table before and after one step, side by side: every residual shrinks, and the loss with them.

import { html } from 'lit';
import '../components/line-plot.ts';
import type { Line } from '../lesson/points.ts';
import { format, formatTogether } from '../numbers/format.ts';
import { tex } from '../numbers/formula.ts';
import { texNumber } from '../numbers/tex.ts';
import { reveal, table } from './parts.ts';
import { workedColumns } from './regression-table.ts';
import { lectureStart, type Scene, type Slide } from './slide.ts';

const extent = { x: [-4.2, 4.2], y: [-3.6, 3.6] } as const;

function half({ points, lesson, onPoint, onLine }: Scene, name: string, line: Line, before?: Line): unknown {
  const rows = lesson.rows(line, points);
  const { loss } = lesson.slope(line, points);
  const columns = workedColumns(points, rows);
  const [a = '', b = ''] = formatTogether([line.a, line.b]).map(texNumber);
  const total = html`<span data-figure="loss-${before ? 'after' : 'before'}">${tex(`L = ${texNumber(format(loss))}`)}</span>`;
  return html`
    <p class="lead">${name}<span class="where">${tex(`a = ${a},\\enspace b = ${b}`)}</span></p>
    ${table([columns.x, columns.y, columns.prediction, columns.residual, { ...columns.square, total }], `${name}의 표`)}
    <line-plot .points=${points} .line=${line} .earlier=${before} .predictions=${rows.prediction} .extent=${extent}
      .layers=${{ residuals: true, handles: !before }} width="556" height="190" @pointmove=${onPoint} @linemove=${onLine}></line-plot>`;
}

export const beforeAndAfter: Slide = {
  id: 'before-and-after',
  title: '업데이트 전과 후',
  step: 3,
  clicks: 1,
  start: lectureStart,
  controls: ['line', 'rate'],
  run: 'slope',
  notes:
    '“한 step 만에 L은 얼마나 줄었을까?”를 먼저 묻고 오른쪽을 연다. Residual 세 개가 같은 값이 된 것은 우연이다. α를 0.2로 바꾸어 L이 오히려 커지는 것도 보인다.',
  view: (scene) => {
    const { state, points, lesson } = scene;
    const next = lesson.step(state.line, lesson.slope(state.line, points).gradient, state.rate);
    return html`<div class="columns even">
      <div>${half(scene, '업데이트 전', state.line)}</div>
      ${reveal(state.clock >= 1, half(scene, '업데이트 후', next, state.line))}
    </div>`;
  },
};
