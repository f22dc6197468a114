// What the lecture was: three sentences that lead back to the slides, beside the descent that started it.

import { html, type TemplateResult } from 'lit';
import { descend } from '../../lesson/descent.ts';
import { regressionOn } from '../../lesson/regression.ts';
import { tex, toned } from '../../numbers/formula.ts';
import { contours } from '../descent/contours.ts';
import { groundOf } from '../descent/ground.ts';
import {
  onLine,
  type RegressionState,
  rateFields,
  regressionHolds,
  setting,
  untouched,
} from '../descent/regression-state.ts';
import { reveal } from '../parts.ts';
import { slide } from '../slide.ts';

/** Steps of the descent that are drawn after each click. */
const stepsAt = [0, 1, 4, 24] as const;

function links(...rows: readonly (readonly [id: string, words: string])[]): TemplateResult {
  return html`<div class="links">${rows.map(([id, words]) => html`<a href="#/${id}">${words}</a>`)}</div>`;
}

/** Where the first picture's descent started. */
const lecture = { line: { a: -0.6, b: 2.6 }, rate: 0.05 };

export const summary = slide<RegressionState>({
  id: 'summary',
  part: 'summary',
  title: { ko: '요약', en: 'Summary' },
  clicks: 3,
  minutes: 2,
  start: untouched,
  holds: regressionHolds,
  notes: {
    say: {
      ko: '첫 그림으로 돌아왔다. 이제는 화살표 하나하나가 어떻게 계산되는지 안다. 세 문장을 학생이 먼저 말하게 하고 하나씩 연다. 질문이 나오면 링크로 그 슬라이드에 돌아간다.',
      en: 'We are back at the first picture, and now we know how each arrow is computed. Let the students say the three sentences before you open them. The links lead back to the slides for questions.',
    },
    ask: {
      ko: 'Backpropagation을 한 문장으로 설명한다면?',
      en: 'How would you explain backpropagation in one sentence?',
    },
  },
  controls: (scene) => rateFields(scene, lecture),
  run: ({ engine, points, data }) => {
    const { grid } = groundOf(engine, data);
    return regressionOn(engine).field(grid.a, grid.b, points);
  },
  view: (scene) => {
    const { state, points, engine, say } = scene;
    const { clock } = state;
    const { line, rate } = setting(scene, lecture);
    const plane = groundOf(engine, scene.data);
    const { path } = descend(regressionOn(engine), points, line, rate, stepsAt[clock] ?? 24);
    const rule = `${toned('downstream', '\\text{downstream}')} = ${toned('upstream', '\\text{upstream}')} \\times ${toned('local', '\\text{local}')}`;
    return html`<div class="columns">
      ${contours(scene, { points, plane, path, arrows: true }, onLine(scene))}
      <ol class="points">
        <li>${reveal(
          clock >= 1,
          html`<p>${say('최솟값을 식으로 풀 수 없어도, gradient descent는 지금 있는 곳의 기울기만으로 내려간다.', 'Where no formula gives the minimum, gradient descent walks there by the slope under its feet.')}</p>
            ${links(['algorithm', say('알고리즘', 'the algorithm')], ['descent', say('최솟값을 찾아가는 과정', 'the way to the minimum')])}`,
        )}</li>
        <li>${reveal(
          clock >= 2,
          html`<p>${say('편미분은 한 변수의 미분이고, chain rule은 합성함수의 미분을 각 부분의 미분의 곱으로 바꾼다.', 'A partial derivative moves one variable; the chain rule turns a composition into a product.')}</p>
            ${links(['partial-both', say('편미분', 'partial derivatives')], ['chain-example', 'chain rule'], ['multivariable-chain', say('다변수 chain rule', 'several variables')])}`,
        )}</li>
        <li>${reveal(
          clock >= 3,
          html`<p>${say('둘을 그래프의 node마다 쓰면 backpropagation이다. 여러 번 쓰인 값에서는 더한다.', 'Both at every node: that is backpropagation. Where a value is used twice, gradients add up.')}</p>
            <p>${tex(rule)}</p>
            ${links(['one-node', say('한 node', 'one node')], ['fan-out', say('더하기', 'adding up')], ['regression-graph', say('전체 그래프', 'the whole graph')])}`,
        )}</li>
      </ol>
    </div>`;
  },
});
