// The live descent: every click is a step; a run goes on by itself. The path on the contours, the line in the data
// and the loss so far are three views of the same steps.

import { html } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import '../../components/line-plot.ts';
import '../../components/loss-contours.ts';
import '../../components/loss-curve.ts';
import type { Say } from '../../language/language.ts';
import { type Descent, isOver } from '../../lesson/descent.ts';
import { contains } from '../../lesson/grid.ts';
import { randomLine } from '../../lesson/random.ts';
import { regressionOn } from '../../lesson/regression.ts';
import { format, formatTogether } from '../../numbers/format.ts';
import { tex, toned } from '../../numbers/formula.ts';
import { texNumber } from '../../numbers/tex.ts';
import { slide } from '../slide.ts';
import { descentOf } from './descents.ts';
import { eyebrowOf } from './eyebrow.ts';
import { fieldOf, plane } from './ground.ts';
import { type DescentState, descentStart, onPoint, onStart, rateFields } from './regression-state.ts';

/** A run does not go on for ever where the learning rate is tiny. */
const longest = 500;

function remark({ trend, path, slopes }: Descent, say: Say): string {
  const last = path.at(-1);
  const outside =
    last && !contains(plane.window, last) ? say(' 경로는 그림 밖으로 나갔다.', ' The path has left the picture.') : '';
  const [before = 0, now = 0] = slopes.slice(-2).map(({ loss }) => loss);
  switch (trend) {
    case 'start':
      return `${say('등고선의 아무 곳이나 눌러 시작점을 고를 수 있다.', 'Press anywhere among the contours to start there.')}${outside}`;
    case 'converged':
      return say('편미분이 거의 0이 되었다. 최솟값에 도착했다.', 'The derivatives are almost 0: it has arrived.');
    case 'diverging':
      return `${say('α가 너무 커서 발산한다.', 'α is too large: it diverges.')}${outside}`;
    case 'falling':
      return `${now > 0.9 * before ? say('α가 작아서 L이 천천히 줄어든다.', 'α is small: L falls slowly.') : say('L이 줄어든다.', 'L falls.')}${outside}`;
  }
}

export const descent = slide<DescentState>({
  id: 'descent',
  part: 'descent',
  title: { ko: '최솟값을 찾아가는 과정', en: 'On the way to the minimum' },
  eyebrow: eyebrowOf(3),
  clicks: 8,
  minutes: 3,
  start: descentStart,
  notes: {
    say: {
      ko: '먼저 한 step씩, 그다음 실행(P)으로 끝까지 내려간다. α를 0.02로 줄이면 얼마나 느려지는지, 0.2로 키우면 무슨 일이 생기는지 보인다.',
      en: 'First step by step, then run (P) to the end. Show how slow it gets at α = 0.02, and what happens at 0.2.',
    },
    ask: { ko: 'α를 두 배로 하면 두 배 빨리 도착할까?', en: 'Does twice the α arrive twice as fast?' },
  },
  controls: rateFields,
  random: ({ state }) => ({ line: randomLine(state.seed, plane.window), seed: state.seed + 1, extra: 0 }),
  tick: ({ engine, points, state }) => {
    const walk = descentOf(regressionOn(engine), points, state);
    return isOver(walk) || walk.path.length > longest ? undefined : { extra: state.extra + 1 };
  },
  undo: ({ extra }) => (extra > 0 ? { extra: 0 } : undefined),
  run: ({ engine, points }) => regressionOn(engine).field(plane.grid.a, plane.grid.b, points),
  view: (scene) => {
    const { state, points, engine, say } = scene;
    const lesson = regressionOn(engine);
    const walk = descentOf(lesson, points, state);
    const line = walk.path.at(-1) ?? state.line;
    const { loss, gradient } = walk.slopes.at(-1) ?? lesson.slope(line, points);
    const next = lesson.step(line, gradient, state.rate);
    const [a = '', b = ''] = formatTogether([line.a, line.b]).map(texNumber);
    const row = (name: string, source: string): unknown => html`<div data-figure=${name}>${tex(source)}</div>`;
    const partial = (name: 'a' | 'b'): string =>
      toned('downstream', `\\tfrac{\\partial L}{\\partial ${name}} = ${texNumber(format(gradient[name]))}`);
    return html`<div class="columns">
      <loss-contours lang=${scene.language} .field=${fieldOf(lesson, points, plane)} .grid=${plane.grid} .window=${plane.window} .path=${walk.path}
        .step=${{ a: next.a - line.a, b: next.b - line.b }} arrows width="560" height="500" @linemove=${onStart(scene)}></loss-contours>
      <div class="words live">
        <line-plot lang=${scene.language} .points=${points} .line=${line} .earlier=${state.line} .predictions=${lesson.rows(line, points).prediction}
          .extent=${{ x: [-4.4, 4.4], y: [-3.4, 3.4] }} .layers=${{ residuals: true }} width="560" height="236" @pointmove=${onPoint(scene)}></line-plot>
        <div class="readings">
          <div class="figures">
            ${row('step', `k = ${walk.path.length - 1}`)}${row('loss', `L = ${texNumber(format(loss))}`)}
            ${row('a', `a = ${a}`)}${row('dLda', partial('a'))}
            ${row('b', `b = ${b}`)}${row('dLdb', partial('b'))}
          </div>
          <loss-curve lang=${scene.language} .losses=${walk.slopes.map((slope) => slope.loss)} width="176" height="170"></loss-curve>
        </div>
        <p class=${classMap({ remark: true, warning: walk.trend === 'diverging' })} role="status">${remark(walk, say)}</p>
      </div>
    </div>`;
  },
});
