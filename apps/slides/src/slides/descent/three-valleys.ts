// A valley for every point, one bowl for all: the loss is a sum over the data points, and so is its gradient.

import { html } from 'lit';
import '../../components/gradient-sum.ts';
import '../../components/loss-valleys.ts';
import type { Line } from '../../lesson/points.ts';
import { regressionOn } from '../../lesson/regression.ts';
import { isLecture } from '../../lesson/scales.ts';
import { groupsOf, valleysOn } from '../../lesson/valleys.ts';
import { formatTogether } from '../../numbers/format.ts';
import { formula, tex, toned } from '../../numbers/formula.ts';
import { texNumber } from '../../numbers/tex.ts';
import { reveal } from '../parts.ts';
import { slide } from '../slide.ts';
import { groundOf } from './ground.ts';
import { lineFields, onLine, type RegressionState, regressionHolds, setting, untouched } from './regression-state.ts';

function vector({ a, b }: Line): string {
  const [first = '', second = ''] = formatTogether([a, b]).map(texNumber);
  return toned('downstream', `(${first},\\, ${second})`);
}

export const threeValleys = slide<RegressionState>({
  id: 'three-valleys',
  part: 'descent',
  below: true,
  title: { ko: '점마다 골짜기 하나, 더하면 그릇 하나', en: 'A valley for every point, one bowl for all' },
  clicks: 4,
  minutes: 3,
  start: untouched,
  holds: regressionHolds,
  notes: {
    say: {
      ko: '점 하나를 정확히 지나는 직선은 한없이 많다. 그래서 점 하나의 loss는 골짜기다. 골짜기를 하나씩 더하면 바닥이 한 점인 그릇이 된다. (a, b)를 끌면서 gradient의 합을 지켜보게 한다.',
      en: 'Infinitely many lines pass through one point, so the loss of one point is a valley. Add the valleys one by one and the floor shrinks to a single point. Drag (a, b) and let them watch the gradients add up.',
    },
    ask: {
      ko: '점이 둘뿐이라면 그릇의 바닥은 어디일까?',
      en: 'With two points only, where is the bottom of the bowl?',
    },
  },
  controls: lineFields,
  run: (given) => valleysOn(given.engine).gradients(given.points, setting(given).line),
  view: (scene) => {
    const { state, points, engine, say } = scene;
    const { clock } = state;
    const { line } = setting(scene);
    const { window } = groundOf(engine, scene.data);
    const own = !isLecture(scene.data);
    const groups = groupsOf(points);
    const summed = clock >= 2 ? groups.length : clock + 1;
    const slopes = valleysOn(engine).gradients(points, line);
    const { gradient } = regressionOn(engine).slope(line, points);
    const many = groups.some((indices) => indices.length > 1);
    const name = (k: number): string =>
      many && k === groups.length - 1 ? `\\nabla \\textstyle\\sum_{i \\ge ${k + 1}} L_i` : `\\nabla L_${k + 1}`;
    return html`<div class=${own ? 'valleys own' : 'valleys'}>
      <loss-valleys lang=${scene.language} .engine=${engine} .points=${points} .line=${line} .window=${window} .summed=${summed}
        ?gradients=${clock >= 3} @linemove=${onLine(scene)}></loss-valleys>
      <div class="addends">
        ${slopes.map((slope, k) => reveal(clock >= 3, html`<div data-figure="gradient-${k + 1}">${tex(`${toned('downstream', name(k))} = ${vector(slope)}`)}</div>`))}
        <div class="sum" data-figure="gradient">${reveal(clock >= 4, tex(`${toned('downstream', '\\nabla L')} = ${vector(gradient)}`))}</div>
      </div>
      <div class="total">
        <div>
          ${reveal(clock >= 4, formula(`${toned('downstream', '\\nabla L')} = \\textstyle\\sum_i ${toned('downstream', '\\nabla L_i')}`))}
          <p class="remark">${
            clock < 3
              ? say(
                  html`골짜기의 바닥: 그 점을 정확히 지나는 직선 ${tex('(a, b)')}들`,
                  html`The floor of a valley: the lines ${tex('(a, b)')} that pass exactly through its point`,
                )
              : say(
                  html`화살표는 ${tex('(a, b)')}에서 가장 가파르게 오르는 방향이다. 내려갈 때는 반대로 간다.`,
                  html`The arrows point where ${tex('L_i')} rises fastest; a descent goes the other way.`,
                )
          }</p>
        </div>
        ${reveal(clock >= 4, html`<gradient-sum lang=${scene.language} .engine=${engine} .vectors=${slopes} width="420" height=${own ? 100 : 170}></gradient-sum>`)}
      </div>
    </div>`;
  },
});
