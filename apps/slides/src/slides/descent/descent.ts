// The live descent: every click is a step; a run goes on by itself. The path on the contours, the line in the data
// and the loss so far are three views of the same steps.

import { html } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import '../../components/function-surface.ts';
import '../../components/line-plot.ts';
import '../../components/loss-curve.ts';
import type { View } from '../../components/surface/projection.ts';
import type { Say } from '../../language/language.ts';
import { type Bowl, bowlOn } from '../../lesson/bowl.ts';
import { type Descent, isOver, nextLine } from '../../lesson/descent.ts';
import { contains, type Window } from '../../lesson/grid.ts';
import { type OptimiserName, optimiserNames } from '../../lesson/optimisers.ts';
import type { Line } from '../../lesson/points.ts';
import { randomLine } from '../../lesson/random.ts';
import { regressionOn } from '../../lesson/regression.ts';
import { format } from '../../numbers/format.ts';
import { tex, toned } from '../../numbers/formula.ts';
import { texNumber } from '../../numbers/tex.ts';
import { oneOf } from '../../store/holds.ts';
import { choice, toggle } from '../controls.ts';
import { type Given, type Scene, slide } from '../slide.ts';
import { contours } from './contours.ts';
import { type DescentSetting, descentOf, optimiserOf } from './descents.ts';
import { eyebrowOf } from './eyebrow.ts';
import { groundOf, heightsOf } from './ground.ts';
import {
  type DescentState,
  descentHolds,
  descentStart,
  longest,
  onPoint,
  onStart,
  rateFields,
  setting,
  shown,
} from './regression-state.ts';
import { formatLine } from './regression-table.ts';

interface State extends DescentState {
  readonly optimiser: OptimiserName;
  /** Whether the loss is seen as a surface, and from where. */
  readonly surface: boolean;
  readonly view: View;
}

function settingOf(given: Given<State>): DescentSetting {
  const { clock, extra, optimiser } = given.state;
  return { ...setting(given), optimiser, steps: clock + extra };
}

/** Beyond this ratio of its curvatures the bowl is a long valley. */
const long = 300;

function remark({ trend, path, slopes }: Descent, window: Window, { steepest, flattest }: Bowl, say: Say): string {
  const last = path.at(-1);
  const outside =
    last && !contains(window, last) ? say(' 경로는 그림 밖으로 나갔다.', ' The path has left the picture.') : '';
  const [before = 0, now = 0] = slopes.slice(-2).map(({ loss }) => loss);
  switch (trend) {
    case 'start':
      return `${say('등고선의 아무 곳이나 눌러 시작점을 고를 수 있다.', 'Press anywhere among the contours to start there.')}${outside}`;
    case 'converged':
      return say(
        '편미분이 거의 0이 되었다. 최솟값에 도착했다.',
        'Both derivatives are almost 0: the minimum is reached.',
      );
    case 'diverging':
      return `${say('α가 너무 커서 발산한다.', 'α is too large: it diverges.')}${outside}`;
    case 'rising':
      return `${say('앞선 step의 기억 때문에 L이 잠시 커졌다.', 'Momentum from earlier steps has carried L upwards for a while.')}${outside}`;
    case 'falling':
      if (now > 0.9 * before && steepest > long * flattest)
        return say(
          '골짜기가 아주 길어 L이 천천히 줄어든다. 데이터를 표준화하면 빨라진다.',
          'A very long valley: L falls slowly. Standardise the data to speed it up.',
        );
      return `${now > 0.9 * before ? say('L이 천천히 줄어든다.', 'L falls slowly.') : say('L이 줄어든다.', 'L falls.')}${outside}`;
  }
}

function optimiserField({ state, restart, say }: Scene<State>): unknown {
  const options = [
    ['plain', say('기본', 'plain')],
    ['momentum', 'momentum'],
    ['adam', 'Adam'],
  ] as const;
  return choice(say('업데이트 방법', 'How to update'), options, state.optimiser, (optimiser) =>
    restart({ optimiser, extra: 0 }),
  );
}

function views({ state, set, say }: Scene<State>): unknown {
  // After a press with the pointer the keys belong to the deck again.
  const release = ({ detail, target }: MouseEvent): void => {
    if (detail > 0 && target instanceof Element) target.closest('button')?.blur();
  };
  return html`<div class="switch" role="group" aria-label=${say('loss를 보는 방법', 'How the loss is seen')} @click=${release}>
    ${toggle(say('등고선', 'contours'), !state.surface, () => set({ surface: false }))}
    ${toggle(say('곡면', 'surface'), state.surface, () => set({ surface: true }))}
  </div>`;
}

/** The same path on the surface z = L(a, b). */
function surface(scene: Scene<State>, walk: Descent, line: Line, loss: number): unknown {
  const { state, points, engine, data, set, restart } = scene;
  const { window } = groundOf(engine, data);
  const { grid, heights } = heightsOf(regressionOn(engine), points, window);
  const choose = ({ detail }: CustomEvent<{ readonly x: number; readonly y: number }>): void =>
    restart({ line: { a: detail.x, b: detail.y }, extra: 0 });
  return html`<function-surface lang=${scene.language} .engine=${engine} .values=${heights} .columns=${grid.columns} .rows=${grid.rows}
    .x=${window.a} .y=${window.b} .names=${['a', 'b', 'L']} .view=${state.view} .path=${walk.path.map(({ a, b }) => ({ x: a, y: b }))}
    .at=${contains(window, line) ? { x: line.a, y: line.b, z: loss } : undefined} .width=${560} .height=${500}
    @viewmove=${({ detail }: CustomEvent<View>) => set({ view: detail })} @pointmove=${choose}></function-surface>`;
}

export const descent = slide<State>({
  id: 'descent',
  part: 'descent',
  title: { ko: '최솟값을 찾아가는 과정', en: 'On the way to the minimum' },
  eyebrow: eyebrowOf(3),
  clicks: 8,
  minutes: 2.5,
  start: { ...descentStart, optimiser: 'plain', surface: false, view: { turn: 32, tilt: 40 } },
  holds: { ...descentHolds, optimiser: oneOf(optimiserNames) },
  notes: {
    say: {
      ko: '먼저 한 step씩, 그다음 실행(P)으로 끝까지 내려간다. α를 0.02로 줄이면 얼마나 느려지는지, 0.2로 키우면 무슨 일이 생기는지 보인다. 같은 시작점에서 momentum과 Adam으로도 내려가 본다.',
      en: 'First step by step, then run (P) to the end. Show how slow it gets at α = 0.02, and what happens at 0.2. From the same start, try momentum and Adam too.',
    },
    ask: { ko: 'α를 두 배로 하면 두 배 빨리 도착할까?', en: 'Does twice the α arrive twice as fast?' },
  },
  controls: (scene) => html`${rateFields(scene)}${optimiserField(scene)}`,
  random: ({ state, engine, data }) => ({
    line: randomLine(state.seed, groundOf(engine, data).window),
    seed: state.seed + 1,
    extra: 0,
  }),
  tick: (given) => {
    const walk = descentOf(given.engine, given.points, settingOf(given));
    return isOver(walk) || walk.path.length > longest ? undefined : { extra: given.state.extra + 1 };
  },
  undo: ({ extra }) => (extra > 0 ? { extra: 0 } : undefined),
  run: ({ engine, points, data }) => {
    const { grid } = groundOf(engine, data);
    return regressionOn(engine).field(grid.a, grid.b, points);
  },
  view: (scene) => {
    const { state, points, engine, say } = scene;
    const lesson = regressionOn(engine);
    const wanted = settingOf(scene);
    const walk = descentOf(engine, points, wanted);
    const plane = groundOf(engine, scene.data);
    const line = walk.path.at(-1) ?? wanted.line;
    const slope = walk.slopes.at(-1) ?? lesson.slope(line, points);
    const { loss, gradient } = slope;
    const optimiser = optimiserOf(engine, state.optimiser);
    const { line: next } = nextLine(lesson, line, slope, wanted.rate, walk.memories.at(-1), optimiser);
    const [a = '', b = ''] = formatLine(line).map(texNumber);
    const row = (name: string, source: string): unknown => html`<div data-figure=${name}>${tex(source)}</div>`;
    const partial = (name: 'a' | 'b'): string =>
      toned('downstream', `\\tfrac{\\partial L}{\\partial ${name}} = ${texNumber(format(gradient[name]))}`);
    return html`<div class="columns">
      <div class="views">${views(scene)}${
        state.surface
          ? surface(scene, walk, line, loss)
          : contours(
              scene,
              { points, plane, path: walk.path, step: { a: next.a - line.a, b: next.b - line.b }, arrows: true },
              onStart(scene),
            )
      }</div>
      <div class="words live">
        <line-plot lang=${scene.language} .points=${points} .line=${line} .earlier=${wanted.line} .predictions=${lesson.rows(line, points).prediction}
          .extent=${shown(scene, { x: [-4.4, 4.4], y: [-3.4, 3.4] })} .layers=${{ residuals: true }} width="560" height="236" @pointmove=${onPoint(scene)}></line-plot>
        <div class="readings">
          <div class="figures">
            ${row('step', `k = ${walk.path.length - 1}`)}${row('loss', `L = ${texNumber(format(loss))}`)}
            ${row('a', `a = ${a}`)}${row('dLda', partial('a'))}
            ${row('b', `b = ${b}`)}${row('dLdb', partial('b'))}
          </div>
          <loss-curve lang=${scene.language} .losses=${walk.slopes.map((slope) => slope.loss)} width="176" height="170"></loss-curve>
        </div>
        <p class=${classMap({ remark: true, warning: walk.trend === 'diverging' })} role="status">${remark(walk, plane.window, bowlOn(engine)(points), say)}</p>
      </div>
    </div>`;
  },
});
