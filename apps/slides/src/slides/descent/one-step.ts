// One step by hand: substitute, subtract, and see the point move along a, then along b.

import { html } from 'lit';
import { regressionOn } from '../../lesson/regression.ts';
import { isLecture } from '../../lesson/scales.ts';
import { format } from '../../numbers/format.ts';
import { formula, tex, toned } from '../../numbers/formula.ts';
import { texFactor, texNumber } from '../../numbers/tex.ts';
import { reveal } from '../parts.ts';
import { slide } from '../slide.ts';
import { contours } from './contours.ts';
import { eyebrowOf } from './eyebrow.ts';
import { ground, groundOf } from './ground.ts';
import {
  lineFields,
  onLine,
  type RegressionState,
  rateFields,
  regressionHolds,
  setting,
  untouched,
} from './regression-state.ts';
import { formatLine } from './regression-table.ts';

const near = ground({ a: [-0.4, 3.4], b: [-0.6, 2.72] }, 61, 53);

export const oneStep = slide<RegressionState>({
  id: 'one-step',
  part: 'descent',
  title: { ko: '한 번의 step', en: 'One step' },
  eyebrow: eyebrowOf(3),
  clicks: 4,
  minutes: 2,
  start: untouched,
  holds: regressionHolds,
  notes: {
    say: {
      ko: '대입하기 전에 학생들이 먼저 계산하게 한다. 두 편미분을 모두 구한 다음에 a와 b를 한꺼번에 바꾼다는 점을 짚는다.',
      en: 'Let them calculate before you substitute. Both derivatives come first; then a and b change together.',
    },
    ask: {
      ko: 'α를 바꾸면 화살표의 방향과 길이 가운데 무엇이 달라질까?',
      en: 'When α changes, what changes in the arrow: its direction or its length?',
    },
  },
  controls: (scene) => html`${lineFields(scene)}${rateFields(scene)}`,
  run: (given) => regressionOn(given.engine).slope(setting(given).line, given.points),
  view: (scene) => {
    const { state, points, engine, say } = scene;
    const lesson = regressionOn(engine);
    const { clock } = state;
    const { line, rate } = setting(scene);
    const plane = groundOf(engine, scene.data, near);
    const { gradient } = lesson.slope(line, points);
    const next = lesson.step(line, gradient, rate);
    const [nextA, nextB] = formatLine(next);
    const alpha = texNumber(format(rate));
    const part = (name: 'a' | 'b', click: number, after: string): unknown => {
      const rule = `${name} := ${name} - \\alpha\\,${toned('downstream', `\\frac{\\partial L}{\\partial ${name}}`)}`;
      const product = `${alpha} \\times ${toned('downstream', texFactor(format(gradient[name])))}`;
      const plain = [line[name], rate, gradient[name]].map((value) => format(value)).join('') + after;
      return html`<div class=${plain.length > 26 ? 'update long' : 'update'}>
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
      ${contours(scene, { points, plane, path, from: line, step: { a: next.a - line.a, b: next.b - line.b } }, onLine(scene))}
      <div class=${isLecture(scene.data) ? 'words' : 'words own'}>
        <p class="lead">${say(html`${tex(`\\alpha = ${alpha}`)}일 때`, html`At ${tex(`\\alpha = ${alpha}`)}`)}</p>
        ${part('a', 1, nextA)}
        ${part('b', 3, nextB)}
        <p class="remark">${say(html`두 편미분은 모두 업데이트하기 전의 ${tex('(a, b)')}에서 구한다.`, html`Both derivatives are taken at ${tex('(a, b)')} before the update.`)}</p>
      </div>
    </div>`;
  },
});
