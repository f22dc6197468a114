// The deck's title beside the picture the section leads to: a descent on the contours of the loss.

import { html } from 'lit';
import '../components/loss-contours.ts';
import { descend } from '../lesson/descent.ts';
import { ground, fieldOf } from './ground.ts';
import { lectureStart, type Slide } from './slide.ts';

const view = ground({ a: [-1.4, 3.4], b: [-1.1, 3.1] }, 61, 53);

export const title: Slide = {
  id: 'title',
  title: 'Backpropagation을 위한 수학적 배경 지식',
  clicks: 0,
  start: { ...lectureStart, line: { a: -0.6, b: 2.6 }, rate: 0.04 },
  controls: [],
  run: 'field',
  notes: '오늘은 두 번째 절, gradient descent를 다룬다. 오른쪽 그림의 아무 곳이나 눌러 보며 “여기서 출발하면 어디로 갈까?”를 먼저 묻는다.',
  view: ({ state, points, lesson, onLine }) => html`
    <div class="columns cover">
      <div class="words">
        <p class="subtitle">2. Gradient descent<br />(경사하강법)</p>
        <p>Loss가 줄어드는 방향으로<br />한 걸음씩 내려가기</p>
      </div>
      <loss-contours .field=${fieldOf(lesson, points, view)} .grid=${view.grid} .window=${view.window}
        .path=${descend(lesson, points, state.line, state.rate, 24).path} arrows width="620" height="500"
        @linemove=${onLine}></loss-contours>
    </div>`,
};
