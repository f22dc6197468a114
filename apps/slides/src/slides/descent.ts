// The live descent: every click is a step; a run goes on by itself. The path on the contours, the line in the data
// and the loss so far are three views of the same steps.

import { html } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import '../components/line-plot.ts';
import '../components/loss-contours.ts';
import '../components/loss-curve.ts';
import type { Descent } from '../lesson/descent.ts';
import { contains } from '../lesson/grid.ts';
import { format, formatTogether } from '../numbers/format.ts';
import { tex, toned } from '../numbers/formula.ts';
import { texNumber } from '../numbers/tex.ts';
import { descentOf } from './descents.ts';
import { fieldOf, plane } from './ground.ts';
import { lectureStart, type Slide } from './slide.ts';

function remark({ trend, path, slopes }: Descent): string {
  const last = path.at(-1);
  const outside = last && !contains(plane.window, last) ? ' 경로는 그림 밖으로 나갔다.' : '';
  const [before = 0, now = 0] = slopes.slice(-2).map(({ loss }) => loss);
  switch (trend) {
    case 'start':
      return `등고선의 아무 곳이나 눌러 시작점을 고를 수 있다.${outside}`;
    case 'converged':
      return '편미분이 거의 0이 되었다. 최솟값에 도착했다.';
    case 'diverging':
      return `α가 너무 커서 발산한다.${outside}`;
    case 'falling':
      return `${now > 0.9 * before ? 'α가 작아서 L이 천천히 줄어든다.' : 'L이 줄어든다.'}${outside}`;
  }
}

export const descent: Slide = {
  id: 'descent',
  title: '최솟값을 찾아가는 과정',
  step: 3,
  clicks: 8,
  start: lectureStart,
  controls: ['rate', 'run', 'random'],
  run: 'field',
  window: plane.window,
  restarts: true,
  notes:
    '먼저 한 step씩, 그다음 실행(P)으로 끝까지 내려간다. α를 0.02로 줄이면 얼마나 느려지는지, 0.2로 키우면 무슨 일이 생기는지 예상하게 한 뒤 보인다.',
  view: (scene) => {
    const { state, points, lesson, onPoint, onLine } = scene;
    const walk = descentOf(lesson, points, state);
    const line = walk.path.at(-1) ?? state.line;
    const { loss, gradient } = walk.slopes.at(-1) ?? lesson.slope(line, points);
    const next = lesson.step(line, gradient, state.rate);
    const [a = '', b = ''] = formatTogether([line.a, line.b]).map(texNumber);
    const row = (name: string, source: string): unknown => html`<div data-figure=${name}>${tex(source)}</div>`;
    const partial = (name: 'a' | 'b'): string =>
      toned('downstream', `\\tfrac{\\partial L}{\\partial ${name}} = ${texNumber(format(gradient[name]))}`);
    return html`<div class="columns">
      <loss-contours .field=${fieldOf(lesson, points, plane)} .grid=${plane.grid} .window=${plane.window} .path=${walk.path}
        .step=${{ a: next.a - line.a, b: next.b - line.b }} arrows width="560" height="500" @linemove=${onLine}></loss-contours>
      <div class="words live">
        <line-plot .points=${points} .line=${line} .earlier=${state.line} .predictions=${lesson.rows(line, points).prediction}
          .extent=${{ x: [-4.4, 4.4], y: [-3.4, 3.4] }} .layers=${{ residuals: true }} width="560" height="236" @pointmove=${onPoint}></line-plot>
        <div class="readings">
          <div class="figures">
            ${row('step', `k = ${walk.path.length - 1}`)}${row('loss', `L = ${texNumber(format(loss))}`)}
            ${row('a', `a = ${a}`)}${row('dLda', partial('a'))}
            ${row('b', `b = ${b}`)}${row('dLdb', partial('b'))}
          </div>
          <loss-curve .losses=${walk.slopes.map((slope) => slope.loss)} width="176" height="170"></loss-curve>
        </div>
        <p class=${classMap({ remark: true, warning: walk.trend === 'diverging' })} role="status">${remark(walk)}</p>
      </div>
    </div>`;
  },
};
