// The loss against the number of steps, for long trainings: a line without marks.

import { line as lineShape } from 'd3-shape';
import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { counted } from '../language/language.ts';
import { format } from '../numbers/format.ts';
import { axes, frame } from './axes.ts';
import type { PictureDoc } from './doc.ts';
import { LiveElement } from './live-element.ts';

export class TrainingCurve extends LiveElement {
  static override properties: PropertyDeclarations = {
    at: { type: Array },
    losses: { type: Array },
    width: { type: Number },
    height: { type: Number },
  };

  /** The steps after which the losses were taken; 0, 1, … unless given. */
  declare at: readonly number[] | undefined;
  declare losses: readonly number[] | undefined;
  declare width: number | undefined;
  declare height: number | undefined;

  override render(): TemplateResult {
    const { losses = [0.7, 0.5, 0.3, 0.2], width = 560, height = 180 } = this;
    const at = this.at ?? losses.map((_, k) => k);
    const last = Math.max(10, at.at(-1) ?? 0);
    const greatest = Math.max(0.8, ...losses.filter(Number.isFinite));
    const plot = frame(width, height, { x: [0, last], y: [0, greatest] }, 44);
    const path = lineShape<number>(
      (_, i) => plot.x(at[i] ?? 0),
      (loss) => plot.y(Math.min(loss, greatest)),
    )([...losses]);
    const now = losses.at(-1) ?? 0;
    return html`<svg class="plot" viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="img"
      aria-label=${this.say(`학습하는 동안의 loss. ${at.at(-1) ?? 0} step 뒤에는 ${format(now)}.`, `The loss during training: ${format(now)} after ${counted(at.at(-1) ?? 0, 'step')}.`)}>
      ${axes(plot, { x: [0, Math.round(last / 2), last], y: [0, 0.5], names: ['', 'L'] })}
      <path class="curve" d=${path ?? ''}></path>
      <circle class="dot" cx=${plot.x(at.at(-1) ?? 0)} cy=${plot.y(Math.min(now, greatest))} r="7"></circle>
    </svg>`;
  }
}

customElements.define('training-curve', TrainingCurve);

export const doc: PictureDoc = {
  tag: 'training-curve',
  about: { ko: '긴 학습의 loss 곡선.', en: 'The loss of a long training.' },
  attributes: [
    {
      name: 'losses',
      type: 'JSON: [loss, …]',
      default: '[0.7, 0.5, 0.3, 0.2]',
      about: { ko: 'Loss.', en: 'The losses.' },
    },
    {
      name: 'at',
      type: 'JSON: [step, …]',
      default: '0, 1, …',
      about: { ko: '그때의 step.', en: 'After how many steps.' },
    },
    { name: 'width', type: 'number', default: '560', about: { ko: '너비.', en: 'Width.' } },
    { name: 'height', type: 'number', default: '180', about: { ko: '높이.', en: 'Height.' } },
  ],
  events: [],
  example: '<training-curve losses="[0.69, 0.5, 0.31, 0.2, 0.14, 0.1]"></training-curve>',
};
