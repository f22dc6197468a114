// An activation function with its point and tangent at s: the slope there is the neuron's local gradient.

import { line as lineShape } from 'd3-shape';
import { html, type PropertyDeclarations, svg, type TemplateResult } from 'lit';
import { type Activation, activationAt, activationCurve, type CurveAt } from '../lesson/neuron.ts';
import { format } from '../numbers/format.ts';
import { axes, clip, frame, uniqueId } from './axes.ts';
import type { PictureDoc } from './doc.ts';
import { LiveElement } from './live-element.ts';
import { Tween } from './tween.ts';

const extents: Readonly<Record<Activation, readonly [number, number]>> = {
  sigmoid: [-0.25, 1.25],
  tanh: [-1.5, 1.5],
  relu: [-0.7, 3.5],
};
const ticks: Readonly<Record<Activation, readonly number[]>> = { sigmoid: [0, 1], tanh: [-1, 0, 1], relu: [0, 1, 2] };
const inputs = Array.from({ length: 97 }, (_, i) => -6 + i / 8);

export class ActivationCurve extends LiveElement {
  static override properties: PropertyDeclarations = {
    activation: { type: String },
    at: { type: Number },
    open: { type: Number },
    width: { type: Number },
    height: { type: Number },
  };

  declare activation: Activation | undefined;
  /** The sum s. */
  declare at: number | undefined;
  /** 0 the curve, 1 its point too, 2 its tangent too. */
  declare open: number | undefined;
  declare width: number | undefined;
  declare height: number | undefined;

  private readonly clipId: string = uniqueId('activation-curve');
  private readonly shown: Tween = new Tween(this);

  override render(): TemplateResult {
    const { activation = 'sigmoid', at = 0, open = 2, width = 400, height = 196 } = this;
    const plot = frame(width, height, { x: [-5.5, 5.5], y: extents[activation] }, 36);
    const values = activationCurve(this.computing)(activation, inputs);
    const [s = at] = this.shown.show([at]);
    const { value, slope } = activationAt(this.computing)(activation, s);
    const path = lineShape<number>(
      (_, i) => plot.x(inputs[i] ?? 0),
      (one) => plot.y(one),
    )(values);
    const [x, y] = [plot.x(Math.max(-5.5, Math.min(5.5, s))), plot.y(value)];
    const reach = 74 / Math.hypot(plot.x(1) - plot.x(0), slope * (plot.y(1) - plot.y(0)));
    const end = (side: number): readonly [number, number] => [
      x + side * reach * (plot.x(1) - plot.x(0)),
      y + side * reach * slope * (plot.y(1) - plot.y(0)),
    ];
    const [[fromX, fromY], [toX, toY]] = [end(-1), end(1)];
    return html`<svg class="plot" viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="img"
      aria-label=${this.words(open, { value, slope })}>
      <defs>${clip(this.clipId, plot)}</defs>
      ${axes(plot, { x: [-4, -2, 0, 2], y: ticks[activation], names: ['s', ''] })}
      <g clip-path="url(#${this.clipId})"><path class="curve" d=${path ?? ''}></path></g>
      ${open >= 2 ? svg`<line class="local-tangent" x1=${fromX} y1=${fromY} x2=${toX} y2=${toY} clip-path="url(#${this.clipId})"></line>` : ''}
      ${open >= 1 ? svg`<circle class="dot" cx=${x} cy=${y} r="8"></circle>` : ''}
    </svg>`;
  }

  private words(open: number, { value, slope }: CurveAt): string {
    const { activation = 'sigmoid', at = 0 } = this;
    const s = format(at);
    return [
      this.say(`Activation ${activation}의 그래프.`, `The graph of the activation ${activation}.`),
      ...(open >= 1
        ? [this.say(`s = ${s}에서 값은 ${format(value)}.`, `At s = ${s} its value is ${format(value)}.`)]
        : []),
      ...(open >= 2 ? [this.say(`기울기는 ${format(slope)}.`, `Its slope there is ${format(slope)}.`)] : []),
    ].join(' ');
  }
}

customElements.define('activation-curve', ActivationCurve);

export const doc: PictureDoc = {
  tag: 'activation-curve',
  about: {
    ko: 'Activation 함수와 한 점에서의 접선. 그 기울기가 local gradient이다.',
    en: 'An activation function and its tangent at a point, whose slope is the local gradient.',
  },
  attributes: [
    {
      name: 'activation',
      type: 'sigmoid | tanh | relu',
      default: 'sigmoid',
      about: { ko: '함수.', en: 'The function.' },
    },
    { name: 'at', type: 'number', default: '0', about: { ko: '합 s.', en: 'The sum s.' } },
    {
      name: 'open',
      type: 'number: 0, 1, 2',
      default: '2',
      about: { ko: '0은 곡선, 1은 점까지, 2는 접선까지.', en: '0 the curve, 1 its point too, 2 its tangent too.' },
    },
    { name: 'width', type: 'number', default: '400', about: { ko: '너비.', en: 'Width.' } },
    { name: 'height', type: 'number', default: '196', about: { ko: '높이.', en: 'Height.' } },
  ],
  events: [],
  example: '<activation-curve activation="tanh" at="0.8"></activation-curve>',
};
