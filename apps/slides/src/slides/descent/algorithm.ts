// The algorithm in three numbered steps, each seen on the contours as it is said.

import { html } from 'lit';
import { descend } from '../../lesson/descent.ts';
import { randomLine } from '../../lesson/random.ts';
import { regressionOn } from '../../lesson/regression.ts';
import { formula, tex, toned } from '../../numbers/formula.ts';
import { reveal } from '../parts.ts';
import { slide } from '../slide.ts';
import { contours } from './contours.ts';
import { groundOf } from './ground.ts';
import { type DescentState, descentHolds, descentStart, onStart, rateFields, setting } from './regression-state.ts';

/** Where the lecture starts here: far enough away for several steps to be seen. */
const lecture = { line: { a: 2.8, b: -0.4 }, rate: 0.08 };

/** Steps taken after each click. */
const stepsAt = [0, 0, 0, 1, 8] as const;

export const algorithm = slide<DescentState>({
  id: 'algorithm',
  part: 'descent',
  title: { ko: 'Gradient descent 알고리즘', en: 'The gradient descent algorithm' },
  clicks: 4,
  minutes: 2.5,
  start: descentStart,
  holds: descentHolds,
  notes: {
    say: {
      ko: '등고선 위의 한 점이 직선 하나라는 것을 먼저 확인한다. 세 단계를 하나씩 보이며, 임의의 시작점(N)을 몇 번 눌러 어디서 출발해도 같은 곳으로 가는 것을 보인다.',
      en: 'First make sure that a point among the contours is a whole line. Show the three steps one by one; press N a few times: wherever it starts, it arrives at the same place.',
    },
    ask: {
      ko: '왜 하필 편미분의 반대 방향으로 움직일까?',
      en: 'Why do we move against the partial derivatives, of all directions?',
    },
  },
  controls: (scene) => rateFields(scene, lecture),
  random: ({ state, engine, data }) => ({
    line: randomLine(state.seed, groundOf(engine, data).window),
    seed: state.seed + 1,
  }),
  run: ({ engine, points, data }) => {
    const { grid } = groundOf(engine, data);
    return regressionOn(engine).field(grid.a, grid.b, points);
  },
  view: (scene) => {
    const { state, points, engine, say } = scene;
    const lesson = regressionOn(engine);
    const { clock } = state;
    const { line, rate } = setting(scene, lecture);
    const plane = groundOf(engine, scene.data);
    const { path, slopes } = descend(lesson, points, line, rate, stepsAt[clock] ?? 0);
    const gradient = slopes.at(-1)?.gradient;
    const here = path.at(-1);
    const next = clock === 2 && gradient && here ? lesson.step(here, gradient, rate) : undefined;
    const step = next && here ? { a: next.a - here.a, b: next.b - here.b } : undefined;
    const partial = (name: string): unknown => tex(toned('downstream', `\\dfrac{\\partial L}{\\partial ${name}}`));
    const update = (name: string): string =>
      `${name} := ${name} - \\alpha\\,${toned('downstream', `\\dfrac{\\partial L}{\\partial ${name}}`)}`;
    return html`<div class="columns">
      ${contours(scene, { points, plane, path: clock >= 1 ? path : [], step, arrows: clock >= 2 }, onStart(scene))}
      <div class="words">
        <p class="lead">${say(html`${tex('L')}을 가장 작게 하는 ${tex('a')}와 ${tex('b')}를 찾는다.`, html`Find the ${tex('a')} and ${tex('b')} that make ${tex('L')} smallest.`)}</p>
        <ol class="algorithm">
          <li class=${clock >= 1 ? '' : 'waiting'}><h3>${say('초기화', 'Initialise')}</h3><p>${say(html`${tex('a')}와 ${tex('b')}를 임의의 값으로 정한다.`, html`Start ${tex('a')} and ${tex('b')} at random values.`)}</p></li>
          <li class=${clock >= 2 ? '' : 'waiting'}><h3>${say('미분 계산', 'Derivatives')}</h3>
            <p class="fractions">${say(html`${partial('a')}와 ${partial('b')}를 구한다.`, html`Compute ${partial('a')} and ${partial('b')}.`)}
              <small>${say(html`화살표: ${tex('L')}이 줄어드는 방향`, html`arrows: the way ${tex('L')} falls`)}</small></p></li>
          <li class=${clock >= 3 ? '' : 'waiting'}><h3>${say('업데이트', 'Update')} <small>learning rate ${tex('\\alpha')}</small></h3>
            ${formula(`${update('a')}\\qquad ${update('b')}`)}</li>
        </ol>
        ${reveal(
          clock >= 4,
          say(
            html`<p>${tex('L')}이 최소가 될 때까지 2와 3을 되풀이한다.<br />이렇게 한 번 업데이트하는 것을 <em>step</em>이라 한다.</p>`,
            html`<p>Repeat 2 and 3 until ${tex('L')} is at its minimum.<br />One such update is called a <em>step</em>.</p>`,
          ),
        )}
      </div>
    </div>`;
  },
});
