// One step by hand: substitute, subtract, and see the point move along a, then along b.

import { html } from 'lit';
import '../components/loss-contours.ts';
import { format, formatTogether } from '../numbers/format.ts';
import { formula, tex, toned } from '../numbers/formula.ts';
import { texFactor, texNumber } from '../numbers/tex.ts';
import { fieldOf, ground } from './ground.ts';
import { reveal } from './parts.ts';
import { lectureStart, type Slide } from './slide.ts';

const near = ground({ a: [-0.4, 3.4], b: [-0.6, 2.72] }, 61, 53);

export const oneStep: Slide = {
  id: 'one-step',
  title: '한 번의 step',
  step: 3,
  clicks: 4,
  start: lectureStart,
  controls: ['line', 'rate'],
  run: 'field',
  window: near.window,
  notes:
    '대입하기 전에 학생들이 먼저 계산하게 한다. 두 편미분을 모두 구한 다음에 a와 b를 한꺼번에 바꾼다는 점을 짚는다. α를 바꾸면 화살표의 방향은 그대로이고 길이만 달라진다.',
  view: ({ state, points, lesson, onLine }) => {
    const { clock, line, rate } = state;
    const { gradient } = lesson.slope(line, points);
    const next = lesson.step(line, gradient, rate);
    const [nextA = '', nextB = ''] = formatTogether([next.a, next.b]);
    const alpha = texNumber(format(rate));
    const part = (name: 'a' | 'b', click: number, after: string): unknown => {
      const rule = `${name} := ${name} - \\alpha\\,${toned('downstream', `\\frac{\\partial L}{\\partial ${name}}`)}`;
      const product = `${alpha} \\times ${toned('downstream', texFactor(format(gradient[name])))}`;
      return html`<div class="update">
        ${formula(rule)}
        <div class="worked">
          ${reveal(clock >= click, formula(`= ${texNumber(format(line[name]))} - ${product}`))}
          ${reveal(clock > click, html`<div data-figure="next-${name}">${formula(`= ${texNumber(after)}`)}</div>`)}
        </div>
      </div>`;
    };
    const reached = { a: clock >= 2 ? next.a : line.a, b: clock >= 4 ? next.b : line.b };
    const corner = clock >= 4 ? [{ a: next.a, b: line.b }] : [];
    const path = clock >= 2 ? [line, ...corner, reached] : [line];
    return html`<div class="columns">
      <loss-contours .field=${fieldOf(lesson, points, near)} .grid=${near.grid} .window=${near.window} .path=${path}
        .from=${line} .step=${{ a: next.a - line.a, b: next.b - line.b }} width="560" height="500" @linemove=${onLine}></loss-contours>
      <div class="words">
        <p class="lead">${tex(`\\alpha = ${alpha}`)}일 때</p>
        ${part('a', 1, nextA)}
        ${part('b', 3, nextB)}
        <p class="remark">두 편미분은 모두 업데이트하기 전의 ${tex('(a, b)')}에서 구한다.</p>
      </div>
    </div>`;
  },
};
