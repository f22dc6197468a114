// The model, and the loss as the total area of the squares on the residuals.

import { html } from 'lit';
import '../components/line-plot.ts';
import { format } from '../numbers/format.ts';
import { formula, tex } from '../numbers/formula.ts';
import { texNumber } from '../numbers/tex.ts';
import { reveal } from './parts.ts';
import { lectureStart, type Slide } from './slide.ts';

export const modelAndLoss: Slide = {
  id: 'model-and-loss',
  title: '모델과 loss function',
  clicks: 2,
  start: lectureStart,
  controls: ['line'],
  run: 'slope',
  notes:
    '직선의 손잡이를 끌어 점에 맞춰 보게 한 뒤, “얼마나 잘 맞는지를 수 하나로 나타내려면?” 하고 묻는다. 사각형의 넓이를 모두 더한 것이 L이다.',
  view: ({ state, points, lesson, onPoint, onLine }) => {
    const { prediction } = lesson.rows(state.line, points);
    const { loss } = lesson.slope(state.line, points);
    const [a, b] = [texNumber(format(state.line.a)), texNumber(format(state.line.b))];
    return html`<div class="columns">
      <line-plot .points=${points} .line=${state.line} .predictions=${prediction} .extent=${{ x: [-4.4, 4.4], y: [-4, 4] }}
        .layers=${{ residuals: state.clock >= 1, squares: state.clock >= 2, handles: true }} width="560" height="500"
        @pointmove=${onPoint} @linemove=${onLine}></line-plot>
      <div class="words">
        <div><h3>모델</h3>${formula('y = ax + b')}</div>
        ${reveal(
          state.clock >= 1,
          html`<h3>Loss function</h3>
            ${formula('L(a, b) = \\sum_i \\bigl(y_i - (a x_i + b)\\bigr)^2')}
            <p>점과 직선의 세로 차이가 residual ${tex('r_i')}이고,<br />그 제곱을 모두 더한 것이 loss다.</p>`,
        )}
        ${reveal(state.clock >= 2, html`<div data-figure="loss">${formula(`L(${a}, ${b}) = ${texNumber(format(loss))}`)}</div>`)}
      </div>
    </div>`;
  },
};
