// ∂L/∂a and ∂L/∂b: two slides of one shape. Each click adds one data point's term; the last adds them up.

import { html } from 'lit';
import '../../components/line-plot.ts';
import '../../components/loss-slice.ts';
import type { Bilingual } from '../../language/language.ts';
import { bowlOn } from '../../lesson/bowl.ts';
import type { Points } from '../../lesson/points.ts';
import { regressionOn } from '../../lesson/regression.ts';
import { isLecture, windowOf } from '../../lesson/scales.ts';
import { sliceOn } from '../../lesson/slice.ts';
import { format, formatTogether } from '../../numbers/format.ts';
import { formula, tex, toned } from '../../numbers/formula.ts';
import { texNumber } from '../../numbers/tex.ts';
import type { Engine } from '../../store/engine.ts';
import { reveal } from '../parts.ts';
import { type Slide, slide } from '../slide.ts';
import { eyebrowOf } from './eyebrow.ts';
import {
  lineFields,
  onLine,
  onPoint,
  type RegressionState,
  regressionHolds,
  setting,
  shown,
  untouched,
} from './regression-state.ts';
import { cellsOf, rowsOf, worked, workedColumns } from './regression-table.ts';

type Parameter = 'a' | 'b';

const other: Readonly<Record<Parameter, Parameter>> = { a: 'b', b: 'a' };
const factor: Readonly<Record<Parameter, string>> = { a: '-2x_i', b: '-2' };
/** Most rows of the table. */
const most = 4;
const lectureSlice = [-1, 3] as const;

/** The greatest loss that the slice shows: that at the ends of the curve through the bottom of the bowl. */
function topOf(engine: Engine, data: Points, along: Parameter, range: readonly [number, number]): number {
  if (isLecture(data)) return 21;
  return 1.2 * Math.max(...sliceOn(engine)(data, along, bowlOn(engine)(data).minimum, range).losses);
}

function derivative(parameter: Parameter, notes: { readonly say: Bilingual; readonly ask: Bilingual }): Slide {
  const fixed = other[parameter];
  const symbol = `\\frac{\\partial L}{\\partial ${parameter}}`;
  return slide<RegressionState>({
    id: `derivative-${parameter}`,
    part: 'descent',
    title: { ko: `${parameter}에 대한 편미분`, en: `The partial derivative with respect to ${parameter}` },
    heading: (say) =>
      say(html`${tex(parameter)}에 대한 편미분`, html`The partial derivative with respect to ${tex(parameter)}`),
    eyebrow: eyebrowOf(2),
    clicks: 4,
    minutes: parameter === 'a' ? 2.5 : 1.5,
    start: untouched,
    holds: regressionHolds,
    notes,
    controls: lineFields,
    run: (given) => regressionOn(given.engine).slope(setting(given).line, given.points),
    view: (scene) => {
      const { state, points, engine, say } = scene;
      const lesson = regressionOn(engine);
      const { clock } = state;
      const { line } = setting(scene);
      const range = isLecture(scene.data) ? lectureSlice : windowOf(engine, scene.data)[parameter];
      const rows = lesson.rows(line, points);
      const { loss, gradient } = lesson.slope(line, points);
      const columns = workedColumns(points, rows, say);
      const count = points.x.length;
      // A click brings one term; the third brings those of all the points that are left.
      const seen = (i: number): boolean => i < clock || clock >= 3;
      // Many or long terms would hide the plot; the table has them.
      const written = formatTogether(rows.terms[parameter]);
      const all = count <= most && written.every((term) => term.length <= 6) ? written : [];
      const terms = cellsOf(rows.terms[parameter], most);
      const total = (source: string, value: number): unknown => tex(`${source} = ${texNumber(format(value))}`);
      return html`<div class="columns narrow">
        <div class="stack">
          <line-plot lang=${scene.language} .points=${points} .line=${line} .predictions=${rows.prediction} .extent=${shown(scene, { x: [-3.2, 3.2], y: [-4, 4] })}
            .layers=${{ residuals: true, handles: true, labels: all.map((term, i) => (seen(i) ? term : '')) }}
            width="452" height="268" @pointmove=${onPoint(scene)} @linemove=${onLine(scene)}></line-plot>
          <loss-slice lang=${scene.language} along=${parameter} .engine=${engine} .at=${line} .points=${points} .range=${range}
            .top=${topOf(engine, scene.data, parameter, range)} ?tangent=${clock >= 4} width="452" height="232" @linemove=${onLine(scene)}></loss-slice>
        </div>
        <div class="words">
          ${formula(`${toned('downstream', symbol)} = \\sum_i ${factor[parameter]}\\bigl(y_i - (a x_i + b)\\bigr)`)}
          ${worked(
            scene.data,
            [
              columns.x,
              columns.y,
              columns.prediction,
              columns.residual,
              { ...columns.square, total: html`${total('L', loss)}` },
              {
                name: `term-${parameter}`,
                word: say('각 점의 항', 'term'),
                head: `${factor[parameter]}\\,r_i`,
                cells: terms,
                seen: clock >= 3 ? rowsOf(count, most).rows : clock,
                tone: 'downstream',
                total: html`${total(`\\tfrac{\\partial L}{\\partial ${parameter}}`, gradient[parameter])}`,
                totalSeen: clock >= 4,
              },
            ],
            say(`${parameter}에 대한 편미분의 계산`, `Computing the partial derivative with respect to ${parameter}`),
          )}
          ${reveal(
            clock >= 4,
            say(
              html`<p class="remark">${tex(fixed)}를 상수로 두면 ${tex('L')}은 ${tex(parameter)}만의 함수이고,<br />
                ${tex(`${parameter} = ${texNumber(format(line[parameter]))}`)}에서 접선의 기울기가 곧
                ${tex(toned('downstream', `\\tfrac{\\partial L}{\\partial ${parameter}}`))}이다.</p>`,
              html`<p class="remark">With ${tex(fixed)} held constant, ${tex('L')} is a function of ${tex(parameter)} alone:<br />
                the slope of its tangent at ${tex(`${parameter} = ${texNumber(format(line[parameter]))}`)} is
                ${tex(toned('downstream', `\\tfrac{\\partial L}{\\partial ${parameter}}`))}.</p>`,
            ),
          )}
        </div>
      </div>`;
    },
  });
}

export const derivativeA = derivative('a', {
  say: {
    ko: 'b는 상수로 두고 a만 움직인다. 곡선 위의 점을 끌어 접선의 기울기가 합과 같은 것을 보인다.',
    en: 'Hold b still and move a alone. Drag the point along the curve: the slope of the tangent is the sum in the table.',
  },
  ask: {
    ko: 'x가 0인 둘째 점은 왜 기울기에 아무것도 보태지 않을까?',
    en: 'Why does the second point, at x = 0, add nothing to the slope?',
  },
});

export const derivativeB = derivative('b', {
  say: {
    ko: '이번에는 a를 상수로 둔다. 앞의 식에서 x만 빠진 것을 확인한다.',
    en: 'Now hold a still. It is the formula before, without its x.',
  },
  ask: {
    ko: '부호가 음수이면 b를 늘려야 할까, 줄여야 할까?',
    en: 'The sign is negative: should b grow or shrink?',
  },
});
