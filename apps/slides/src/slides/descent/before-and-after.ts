// The same table before and after one step, side by side: every residual shrinks, and the loss with them.

import { html } from 'lit';
import '../../components/line-plot.ts';
import type { Line } from '../../lesson/points.ts';
import { regressionOn } from '../../lesson/regression.ts';
import { format } from '../../numbers/format.ts';
import { tex } from '../../numbers/formula.ts';
import { texNumber } from '../../numbers/tex.ts';
import { reveal } from '../parts.ts';
import { type Scene, slide } from '../slide.ts';
import { eyebrowOf } from './eyebrow.ts';
import {
  lineFields,
  onLine,
  onPoint,
  type RegressionState,
  rateFields,
  regressionHolds,
  setting,
  shown,
  untouched,
} from './regression-state.ts';
import { formatLine, worked, workedColumns } from './regression-table.ts';

const extent = { x: [-4.2, 4.2], y: [-3.6, 3.6] } as const;

function half(scene: Scene<RegressionState>, name: string, line: Line, before?: Line): unknown {
  const { points, engine, say } = scene;
  const lesson = regressionOn(engine);
  const rows = lesson.rows(line, points);
  const { loss } = lesson.slope(line, points);
  const columns = workedColumns(points, rows, say, 3);
  const [a = '', b = ''] = formatLine(line).map(texNumber);
  const total = html`<span data-figure="loss-${before ? 'after' : 'before'}">${tex(`L = ${texNumber(format(loss))}`)}</span>`;
  return html`
    <p class="lead">${name}<span class="where">${tex(`a = ${a},\\enspace b = ${b}`)}</span></p>
    ${worked(scene.data, [columns.x, columns.y, columns.prediction, columns.residual, { ...columns.square, total }], say(`${name}의 표`, `Table ${name}`))}
    <line-plot lang=${scene.language} .points=${points} .line=${line} .earlier=${before} .predictions=${rows.prediction} .extent=${shown(scene, extent)}
      .layers=${{ residuals: true, handles: !before }} width="556" height="190" @pointmove=${onPoint(scene)} @linemove=${onLine(scene)}></line-plot>`;
}

export const beforeAndAfter = slide<RegressionState>({
  id: 'before-and-after',
  part: 'descent',
  title: { ko: '업데이트 전과 후', en: 'Before and after the update' },
  eyebrow: eyebrowOf(3),
  clicks: 1,
  minutes: 1,
  start: untouched,
  holds: regressionHolds,
  notes: {
    say: {
      ko: '오른쪽을 열기 전에 먼저 예상하게 한다. Residual 세 개가 같은 값이 된 것은 우연이다. α를 0.2로 바꾸어 L이 오히려 커지는 것도 보인다.',
      en: 'Let them guess before you open the right half. That the three residuals came out equal is a coincidence. Set α to 0.2 and show that L grows instead.',
    },
    ask: { ko: '한 step 만에 L은 얼마나 줄었을까?', en: 'How far has L fallen in a single step?' },
  },
  controls: (scene) => html`${lineFields(scene)}${rateFields(scene)}`,
  run: (given) => regressionOn(given.engine).slope(setting(given).line, given.points),
  view: (scene) => {
    const { state, points, engine, say } = scene;
    const lesson = regressionOn(engine);
    const { line, rate } = setting(scene);
    const next = lesson.step(line, lesson.slope(line, points).gradient, rate);
    return html`<div class="columns even">
      <div>${half(scene, say('업데이트 전', 'Before'), line)}</div>
      ${reveal(state.clock >= 1, half(scene, say('업데이트 후', 'After'), next, line))}
    </div>`;
  },
});
