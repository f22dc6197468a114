// The learning-rate cliff: thousands of descents at once, and the exact place where they stop arriving.

import { html } from 'lit';
import '../../components/loss-contours.ts';
import '../../components/rate-cliff.ts';
import { counted, type Say } from '../../language/language.ts';
import { bowlOn } from '../../lesson/bowl.ts';
import { cliffOn, longest, ratesUpTo, type Walk } from '../../lesson/cliff.ts';
import type { Line } from '../../lesson/points.ts';
import { regressionOn } from '../../lesson/regression.ts';
import { greatestRate } from '../../lesson/scales.ts';
import { format } from '../../numbers/format.ts';
import { tex } from '../../numbers/formula.ts';
import { texNumber } from '../../numbers/tex.ts';
import { reveal } from '../parts.ts';
import { type Given, slide } from '../slide.ts';
import { fieldOf, groundOf } from './ground.ts';
import { type RegressionState, rateFields, regressionHolds, setting, untouched } from './regression-state.ts';

/** How many descents the picture makes. */
const count = 4000;
/** The learning rate at each click, until somebody moves it: well inside, then either side of the edge. */
const rates = [0.1, 0.1, 0.18, 0.19] as const;
/** At such a ratio of the curvatures even the best learning rate needs more than the longest descent. */
const tooLong = 50;
/** Steps of the path that are drawn. */
const drawn = 60;

function settingOf(given: Given<RegressionState>): { readonly line: Line; readonly rate: number } {
  return setting(given, { rate: rates[given.state.clock] ?? 0.1 });
}

function remark({ path, end }: Walk, say: Say): string {
  const steps = path.length - 1;
  switch (end) {
    case 'arrived':
      return say(`${steps} step 만에 도착한다.`, `${counted(steps, 'step')} to arrive.`);
    case 'late':
      return say(`${longest} step으로는 모자란다.`, `${longest} steps are too few.`);
    case 'lost':
      return say('step마다 멀어진다.', 'it diverges.');
  }
}

export const learningRateCliff = slide<RegressionState>({
  id: 'learning-rate-cliff',
  part: 'descent',
  below: true,
  title: { ko: 'Learning rate의 벼랑', en: 'The learning-rate cliff' },
  clicks: 3,
  minutes: 3,
  start: untouched,
  holds: regressionHolds,
  notes: {
    say: {
      ko: '점 하나하나가 처음부터 끝까지 내려간 descent 한 번이다. 4,000번을 batch로 한꺼번에 계산했다. α를 오른쪽으로 끌면 빨라지다가, 2/λmax를 넘는 순간 벼랑에서 떨어진다.',
      en: 'Every dot is one whole descent: 4,000 of them, computed as a batch. Drag α to the right: faster and faster, until it falls off the cliff at 2/λmax.',
    },
    ask: {
      ko: '가장 빠른 α는 왜 벼랑 바로 앞이 아닐까?',
      en: 'Why is the fastest α not the last one before the cliff?',
    },
  },
  controls: (scene) => rateFields(scene, { rate: rates[scene.state.clock] ?? 0.1 }),
  run: (given) =>
    cliffOn(given.engine).steps(
      ratesUpTo(greatestRate(given.engine, given.data), 32),
      settingOf(given).line,
      given.points,
    ),
  view: (scene) => {
    const { state, points, data, engine, say, set } = scene;
    const { line, rate } = settingOf(scene);
    const plane = groundOf(engine, data);
    const cliff = cliffOn(engine);
    const walk = cliff.walk(rate, line, points);
    const { steepest, flattest, limit } = bowlOn(engine)(points);
    const factor = cliff.factor(rate, steepest);
    const value = (number: number): string => texNumber(format(number));
    const move = ({ detail }: CustomEvent<number>): void => set({ rate: detail });
    return html`<div class="columns cliff-columns">
      <div>
        <rate-cliff lang=${scene.language} .engine=${engine} .points=${points} .start=${line} .rate=${rate} .count=${count} ?edge=${state.clock >= 1}
          width="700" height="446" @ratemove=${move}></rate-cliff>
        <p class="remark">${
          steepest > tooLong * flattest
            ? say(
                html`골짜기가 너무 길어 ${longest} step 안에 도착하는 α가 없다.`,
                html`The valley is too long: no α arrives within ${longest} steps.`,
              )
            : say(
                html`점 하나가 descent 한 번: 편미분이 처음의 백만분의 1이 될 때까지의 step 수 ${tex('k')}`,
                html`Each dot is a descent: steps ${tex('k')} until the gradient is a millionth of the first`,
              )
        }</p>
      </div>
      <div class="words">
        <loss-contours lang=${scene.language} .field=${fieldOf(regressionOn(engine), points, plane)} .grid=${plane.grid} .window=${plane.window}
          .path=${walk.path.slice(0, drawn + 1)} width="420" height="280" still></loss-contours>
        <p data-figure="walk" role="status">${tex(`\\alpha = ${value(rate)}`)}: ${remark(walk, say)}</p>
        ${reveal(
          state.clock >= 1,
          html`<div data-figure="limit">${tex(`\\dfrac{2}{\\lambda_{\\mathrm{max}}} = \\dfrac{2}{${value(steepest)}} = ${value(limit)}`)}</div>
          <p class="remark" data-figure="factor">${say(
            html`step마다 남는 비율 ${tex(`|1 - \\alpha\\lambda_{\\mathrm{max}}| = ${value(factor)}`)}`,
            html`share left per step: ${tex(`|1 - \\alpha\\lambda_{\\mathrm{max}}| = ${value(factor)}`)}`,
          )}</p>`,
        )}
      </div>
    </div>`;
  },
});
