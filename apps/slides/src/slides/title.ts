// The deck's title beside the picture the section leads to: a descent on the contours of the loss.

import { html } from 'lit';
import '../components/loss-contours.ts';
import { descend } from '../lesson/descent.ts';
import { fieldOf, plane } from './ground.ts';
import { lectureStart, type Slide } from './slide.ts';

export const title: Slide = {
  id: 'title',
  title: 'Backpropagation을 위한 수학적 배경 지식',
  cover: true,
  clicks: 0,
  start: { ...lectureStart, line: { a: -0.6, b: 2.6 }, rate: 0.04 },
  controls: [],
  run: 'field',
  notes:
    '오늘은 두 번째 절, gradient descent를 다룬다. 오른쪽 그림의 아무 곳이나 눌러 보며 “여기서 출발하면 어디로 갈까?”를 먼저 묻는다.',
  view: ({ state, points, lesson, onLine }) => html`
    <div class="columns cover">
      <div class="words">
        <h2>Backpropagation을 위한<br />수학적 배경 지식</h2>
        <p class="subtitle">2. Gradient descent (경사하강법)</p>
      </div>
      <loss-contours .field=${fieldOf(lesson, points, plane)} .grid=${plane.grid} .window=${plane.window}
        .path=${descend(lesson, points, state.line, state.rate, 24).path} arrows width="620" height="500"
        @linemove=${onLine}></loss-contours>
    </div>`,
};
