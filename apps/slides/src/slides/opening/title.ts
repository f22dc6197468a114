// The deck's title beside a picture that the lecture leads to: a descent on the contours of the loss.

import { html } from 'lit';
import { descend } from '../../lesson/descent.ts';
import { lecturePoints } from '../../lesson/points.ts';
import { regressionOn } from '../../lesson/regression.ts';
import { contours } from '../descent/contours.ts';
import { plane } from '../descent/ground.ts';
import { type LineState, lectureStart, onLine } from '../descent/regression-state.ts';
import { slide } from '../slide.ts';

export const title = slide<LineState>({
  id: 'title',
  part: 'opening',
  title: { ko: 'Backpropagation을 위한 수학적 배경 지식', en: 'The mathematics behind backpropagation' },
  cover: true,
  clicks: 0,
  minutes: 1,
  start: { ...lectureStart, line: { a: -0.6, b: 2.6 }, rate: 0.04 },
  notes: {
    say: {
      ko: '오른쪽 그림은 오늘 배울 것을 미리 보여 준다. 아무 곳이나 누르면 그곳에서 출발해 내려간다.',
      en: 'The picture shows what we are heading for. Press anywhere in it, and a descent starts there.',
    },
    ask: { ko: '여기서 출발하면 어디로 갈까?', en: 'Where will it go from here?' },
  },
  run: ({ engine }) => regressionOn(engine).field(plane.grid.a, plane.grid.b, lecturePoints),
  view: (scene) => {
    const { state, engine, say } = scene;
    const { path } = descend(regressionOn(engine), lecturePoints, state.line, state.rate, 24);
    return html`<div class="columns cover">
      <div class="words">
        <h2>${say(html`Backpropagation을 위한<br />수학적 배경 지식`, html`The mathematics<br />behind backpropagation`)}</h2>
        <p class="subtitle">${say(html`편미분 · Gradient descent · Chain rule`, html`Partial derivatives · Gradient descent<br />The chain rule`)}</p>
      </div>
      ${contours(scene, { points: lecturePoints, plane, path, arrows: true, width: 620 }, onLine(scene))}
    </div>`;
  },
});
