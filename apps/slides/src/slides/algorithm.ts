// The algorithm in three numbered steps, each seen on the contours as it is said.

import { html } from 'lit';
import '../components/loss-contours.ts';
import { descend } from '../lesson/descent.ts';
import { formula, tex, toned } from '../numbers/formula.ts';
import { fieldOf, plane } from './ground.ts';
import { reveal } from './parts.ts';
import { lectureStart, type Slide } from './slide.ts';

/** Steps taken after each click. */
const stepsAt = [0, 0, 0, 1, 8] as const;

export const algorithm: Slide = {
  id: 'algorithm',
  title: 'Gradient descent 알고리즘',
  clicks: 4,
  start: { ...lectureStart, line: { a: 2.8, b: -0.4 }, rate: 0.08 },
  controls: ['random', 'rate'],
  run: 'field',
  window: plane.window,
  notes:
    '등고선 위의 한 점이 직선 하나라는 것을 먼저 확인한다. 세 단계를 하나씩 보이고, 임의의 시작점(N)을 몇 번 눌러 어디서 출발해도 같은 곳으로 가는지 묻는다.',
  view: ({ state, points, lesson, onLine }) => {
    const { clock, line, rate } = state;
    const { path, slopes } = descend(lesson, points, line, rate, stepsAt[clock] ?? 0);
    const gradient = slopes.at(-1)?.gradient;
    const here = path.at(-1);
    const next = clock === 2 && gradient && here ? lesson.step(here, gradient, rate) : undefined;
    const step = next && here ? { a: next.a - here.a, b: next.b - here.b } : undefined;
    const update = (name: string): string =>
      `${name} := ${name} - \\alpha\\,${toned('downstream', `\\dfrac{\\partial L}{\\partial ${name}}`)}`;
    return html`<div class="columns">
      <loss-contours .field=${fieldOf(lesson, points, plane)} .grid=${plane.grid} .window=${plane.window}
        .path=${clock >= 1 ? path : []} .step=${step} ?arrows=${clock >= 2} width="560" height="500" @linemove=${onLine}></loss-contours>
      <div class="words">
        <p class="lead">${tex('L')}을 가장 작게 하는 ${tex('a')}와 ${tex('b')}를 찾는다.</p>
        <ol class="algorithm">
          <li class=${clock >= 1 ? '' : 'waiting'}><h3>초기화</h3><p>${tex('a')}와 ${tex('b')}를 임의의 값으로 정한다.</p></li>
          <li class=${clock >= 2 ? '' : 'waiting'}><h3>미분 계산</h3>
            <p class="fractions">${tex(toned('downstream', '\\dfrac{\\partial L}{\\partial a}'))}와 ${tex(toned('downstream', '\\dfrac{\\partial L}{\\partial b}'))}를 구한다.
              <small>화살표: ${tex('L')}이 줄어드는 방향</small></p></li>
          <li class=${clock >= 3 ? '' : 'waiting'}><h3>업데이트 <small>learning rate ${tex('\\alpha')}</small></h3>
            ${formula(`${update('a')}\\qquad ${update('b')}`)}</li>
        </ol>
        ${reveal(clock >= 4, html`<p>${tex('L')}이 최소가 될 때까지 2와 3을 되풀이한다.<br />이렇게 한 번 업데이트하는 것을 <em>step</em>이라 한다.</p>`)}
      </div>
    </div>`;
  },
};
