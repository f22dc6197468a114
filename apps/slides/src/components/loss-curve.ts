// The loss after each step, small: falling, flat, or running away. Without losses it makes a descent of its own.

import { line as lineShape } from 'd3-shape';
import { html, type PropertyDeclarations, svg, type TemplateResult } from 'lit';
import { counted } from '../language/language.ts';
import { descend } from '../lesson/descent.ts';
import { type Line, lectureLine, lecturePoints, lectureRate, type Points } from '../lesson/points.ts';
import { regressionOn } from '../lesson/regression.ts';
import { format } from '../numbers/format.ts';
import { axes, frame } from './axes.ts';
import type { PictureDoc } from './doc.ts';
import { LiveElement } from './live-element.ts';

export class LossCurve extends LiveElement {
  static override properties: PropertyDeclarations = {
    losses: { type: Array },
    points: { type: Object },
    line: { type: Object },
    rate: { type: Number },
    steps: { type: Number },
    width: { type: Number },
    height: { type: Number },
  };

  /** Entry k is the loss after k steps; computed by a descent unless given. */
  declare losses: readonly number[] | undefined;
  /** The descent's data, start, learning rate and number of steps. */
  declare points: Points;
  declare line: Line;
  declare rate: number;
  declare steps: number;
  declare width: number;
  declare height: number;

  constructor() {
    super();
    this.points = lecturePoints;
    this.line = lectureLine;
    this.rate = lectureRate;
    this.steps = 8;
    this.width = 300;
    this.height = 220;
  }

  private get shown(): readonly number[] {
    if (this.losses) return this.losses;
    const { points, line, rate, steps } = this;
    return descend(regressionOn(this.computing), points, line, rate, steps).slopes.map(({ loss }) => loss);
  }

  override render(): TemplateResult {
    const losses = this.shown;
    const steps = Math.max(8, losses.length - 1);
    const top = Math.max(...losses.filter(Number.isFinite));
    const greatest = top > 0 ? top : 1e-3;
    const plot = frame(this.width, this.height, { x: [0, steps], y: [0, greatest * 1.05] }, 30);
    const path = lineShape<number>(
      (_, k) => plot.x(k),
      (loss) => plot.y(Math.min(loss, greatest)),
    )([...losses]);
    const rising = (losses.at(-1) ?? 0) > (losses[0] ?? 0);
    const label = format(greatest);
    // It stands beside the first dot where the curve has fallen away below it, else at the far end; there it keeps off a
    // curve that hardly falls.
    const reach = plot.x.invert(plot.left + 18 + 11 * label.length);
    const beside = rising || losses.every((loss, k) => k === 0 || k > reach + 1 || plot.y(loss) > plot.top + 28);
    const level = !beside && (losses.at(-1) ?? 0) > 0.6 * greatest;
    const dots = losses.length <= 60 ? losses : [];
    const [first, last] = [format(losses[0] ?? 0), format(losses.at(-1) ?? 0)];
    const taken = losses.length - 1;
    const words =
      taken === 0
        ? this.say(`Step마다의 loss. 처음에는 ${first}.`, `The loss after each step. At first it is ${first}.`)
        : this.say(
            `Step마다의 loss. 처음에는 ${first}, ${taken} step 뒤에는 ${last}.`,
            `The loss after each step: ${first} at first, ${last} after ${counted(taken, 'step')}.`,
          );
    return html`<svg class="plot" viewBox="0 0 ${plot.width} ${plot.height}" width=${plot.width} height=${plot.height}
      role="img" aria-label=${words}>
      ${axes(plot, { x: [0, Math.round(steps / 2), steps], y: [], names: ['k', 'L'] })}
      <path class="curve" d=${path ?? ''}></path>
      ${dots.map((loss, k) => svg`<circle class="visited" cx=${plot.x(k)} cy=${plot.y(Math.min(loss, greatest))} r="4"></circle>`)}
      <text x=${beside ? plot.left + 12 : plot.right} y=${plot.top + (level ? 44 : 14)} text-anchor=${beside ? 'start' : 'end'}>${label}</text>
    </svg>`;
  }
}

export const doc: PictureDoc = {
  tag: 'loss-curve',
  about: { ko: 'Step마다의 loss.', en: 'The loss after each step of a descent.' },
  attributes: [
    {
      name: 'losses',
      type: 'JSON: number[]',
      default: '—',
      about: {
        ko: 'k번째 값은 k step 뒤의 loss. 없으면 descent를 계산한다.',
        en: 'Entry k is the loss after k steps; computed by a descent unless given.',
      },
    },
    {
      name: 'points',
      type: 'JSON: { x: number[], y: number[] }',
      default: '{"x":[-2,0,1],"y":[-1,1,2]}',
      about: { ko: '데이터.', en: 'The data.' },
    },
    {
      name: 'line',
      type: 'JSON: { a, b }',
      default: '{"a":2,"b":1}',
      about: { ko: '시작하는 직선.', en: 'The line it starts from.' },
    },
    { name: 'rate', type: 'number', default: '0.1', about: { ko: 'Learning rate.', en: 'The learning rate.' } },
    { name: 'steps', type: 'number', default: '8', about: { ko: 'Step의 수.', en: 'How many steps.' } },
    { name: 'width', type: 'number', default: '300', about: { ko: '너비(px).', en: 'Width in px.' } },
    { name: 'height', type: 'number', default: '220', about: { ko: '높이(px).', en: 'Height in px.' } },
  ],
  events: [],
  example: `<loss-curve line='{"a":2,"b":1}' rate="0.17" steps="24"></loss-curve>`,
};

customElements.define('loss-curve', LossCurve);
