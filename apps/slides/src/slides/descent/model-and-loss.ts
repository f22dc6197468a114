// The model, and the loss as the total area of the squares on the residuals.

import { html } from 'lit';
import '../../components/line-plot.ts';
import { regressionOn } from '../../lesson/regression.ts';
import { format } from '../../numbers/format.ts';
import { formula, tex } from '../../numbers/formula.ts';
import { texNumber } from '../../numbers/tex.ts';
import { reveal } from '../parts.ts';
import { slide } from '../slide.ts';
import {
  lineFields,
  onLine,
  onPoint,
  type RegressionState,
  regressionHolds,
  setting,
  shown,
  untouched,
} from './regression-state.ts';

export const modelAndLoss = slide<RegressionState>({
  id: 'model-and-loss',
  part: 'descent',
  title: { ko: '모델과 loss function', en: 'The model and the loss function' },
  clicks: 2,
  minutes: 2,
  start: untouched,
  holds: regressionHolds,
  notes: {
    say: {
      ko: '직선의 손잡이를 끌어 점에 맞춰 보게 한다. 사각형의 넓이를 모두 더한 것이 L이다.',
      en: 'Let someone drag the line to fit the points. L is the total area of the squares.',
    },
    ask: {
      ko: '얼마나 잘 맞는지를 수 하나로 나타내려면 어떻게 해야 할까?',
      en: 'How could a single number say how well it fits?',
    },
  },
  controls: lineFields,
  run: (given) => regressionOn(given.engine).slope(setting(given).line, given.points),
  view: (scene) => {
    const { state, points, engine, say } = scene;
    const lesson = regressionOn(engine);
    const { line } = setting(scene);
    const { prediction } = lesson.rows(line, points);
    const { loss } = lesson.slope(line, points);
    const [a, b] = [texNumber(format(line.a)), texNumber(format(line.b))];
    return html`<div class="columns">
      <line-plot lang=${scene.language} .points=${points} .line=${line} .predictions=${prediction} .extent=${shown(scene, { x: [-4.4, 4.4], y: [-4, 4] })}
        .layers=${{ residuals: state.clock >= 1, squares: state.clock >= 2, handles: true }} width="560" height="500"
        @pointmove=${onPoint(scene)} @linemove=${onLine(scene)}></line-plot>
      <div class="words">
        <div><h3>${say('모델', 'Model')}</h3>${formula('y = ax + b')}</div>
        ${reveal(
          state.clock >= 1,
          html`<h3>Loss function</h3>
            ${formula('L(a, b) = \\sum_i \\bigl(y_i - (a x_i + b)\\bigr)^2')}
            <p>${say(html`점과 직선의 세로 차이가 residual ${tex('r_i')}이고,<br />그 제곱을 모두 더한 것이 loss다.`, html`The residual ${tex('r_i')} is a point’s height above the line;<br />the loss is the sum of their squares.`)}</p>`,
        )}
        ${reveal(state.clock >= 2, html`<div data-figure="loss">${formula(`L(${a}, ${b}) = ${texNumber(format(loss))}`)}</div>`)}
      </div>
    </div>`;
  },
});
