// The loss along one parameter while the other is held still, with its tangent: the partial derivative as a slope.
// The point on the curve is dragged along it: sends `linemove` { a, b }. Losses that it isn't given it computes.

import { scaleLinear } from 'd3-scale';
import { line as lineShape } from 'd3-shape';
import { html, nothing, type PropertyDeclarations, svg, type TemplateResult } from 'lit';
import { type Line, lectureLine, lecturePoints, type Points } from '../lesson/points.ts';
import { snap, stepIn, windowOf } from '../lesson/scales.ts';
import { type Slice, sliceOn } from '../lesson/slice.ts';
import { format } from '../numbers/format.ts';
import { axes, clip, type Frame, frame, gutterFor, uniqueId } from './axes.ts';
import type { PictureDoc } from './doc.ts';
import { drag, onArrows } from './drag.ts';
import { LiveElement } from './live-element.ts';
import { Tween } from './tween.ts';

export class LossSlice extends LiveElement {
  static override properties: PropertyDeclarations = {
    along: { type: String },
    at: { type: Object },
    points: { type: Object },
    range: { type: Array },
    top: { type: Number },
    tangent: { type: Boolean },
    width: { type: Number },
    height: { type: Number },
  };

  /** The parameter that varies. */
  declare along: 'a' | 'b';
  declare at: Line;
  declare points: Points;
  /** Values of that parameter, from and to; around the minimum unless given. */
  declare range: readonly [number, number] | undefined;
  /** The greatest loss shown; that at the ends of the curve unless given. */
  declare top: number | undefined;
  declare tangent: boolean;
  declare width: number;
  declare height: number;

  private readonly clipId: string = uniqueId('loss-slice');
  private readonly shown: Tween = new Tween(this);

  constructor() {
    super();
    this.along = 'a';
    this.at = lectureLine;
    this.points = lecturePoints;
    this.tangent = false;
    this.width = 452;
    this.height = 300;
  }

  private words({ loss, slope }: Slice): string {
    const { along, tangent } = this;
    const value = format(this.at[along]);
    const curve = this.say(
      `${along}만 바꿀 때의 loss: 아래로 볼록한 포물선. ${along} = ${value}에서 L = ${format(loss)}.`,
      `The loss while only ${along} changes, a parabola that opens upwards. At ${along} = ${value}, L = ${format(loss)}.`,
    );
    if (!tangent) return curve;
    return `${curve} ${this.say(`그 점에서 접선의 기울기는 ${format(slope)}.`, `The slope of its tangent there is ${format(slope)}.`)}`;
  }

  override render(): TemplateResult {
    const { computing, points, along, at } = this;
    const [first, last] = this.range ?? windowOf(computing, points)[along];
    const slice = sliceOn(computing)(points, along, at, [first, last]);
    const top = this.top ?? Math.max(...slice.losses);
    const high = top > 0 ? top : 1;
    const plot = frame(
      this.width,
      this.height,
      { x: [first, last], y: [0, high] },
      gutterFor(scaleLinear([0, high], [0, 1]).ticks(2)),
    );
    const [position = 0, loss = 0, slope = 0] = this.shown.show([at[along], slice.loss, slice.slope]);
    const curve = lineShape<number>(
      (value) => plot.x(value),
      (_, i) => plot.y(Math.min(1e6 * (top || 1), slice.losses[i] ?? 0)),
    )([...slice.values]);
    const reach = last - first;
    const inside = plot.x.ticks(4).filter((value) => value > first && value < last);
    return html`<svg class="plot" viewBox="0 0 ${plot.width} ${plot.height}" width=${plot.width} height=${plot.height}
      role="group" aria-label=${this.words(slice)} data-prevent-swipe>
      <defs>${clip(this.clipId, plot)}</defs>
      ${axes(plot, { x: inside, y: plot.y.ticks(2), names: [this.along, 'L'] })}
      <g clip-path="url(#${this.clipId})">
        <path class="curve" d=${curve ?? ''}></path>
        ${
          this.tangent
            ? svg`<g class="tangent"><line class="outer" x1=${plot.x(position - reach)} y1=${plot.y(loss - slope * reach)}
                x2=${plot.x(position + reach)} y2=${plot.y(loss + slope * reach)}></line><line class="inner"
                x1=${plot.x(position - reach)} y1=${plot.y(loss - slope * reach)} x2=${plot.x(position + reach)} y2=${plot.y(loss + slope * reach)}></line></g>`
            : nothing
        }
        ${this.handle(plot, position, loss)}
      </g>
    </svg>`;
  }

  private handle(plot: Frame, position: number, loss: number): unknown {
    const { along } = this;
    const [from, to] = plot.extent.x;
    const step = stepIn([from, to]);
    const moveTo = (value: number): void =>
      this.send('linemove', { ...this.at, [along]: snap(Math.min(to, Math.max(from, value)), step) });
    const onKey = onArrows((arrow) => moveTo(this.at[along] + (arrow.x + arrow.y) * 10 * step));
    return svg`<g class="point" tabindex="0" role="slider" aria-label=${this.say(`곡선 위의 ${along}`, `${along} on the curve`)} aria-valuenow=${this.at[along]}
      aria-valuetext=${format(this.at[along])} transform="translate(${plot.x(position)} ${plot.y(Math.min(1e6 * plot.extent.y[1], loss))})"
      @keydown=${onKey} @pointerdown=${(event: PointerEvent) => drag(event, (at) => moveTo(plot.x.invert(at.x)))}>
      <circle class="reach" r="26"></circle><circle class="dot" r="9"></circle></g>`;
  }
}

export const doc: PictureDoc = {
  tag: 'loss-slice',
  about: {
    ko: '한 parameter만 움직일 때의 loss와 그 접선. 접선의 기울기가 편미분이다.',
    en: 'The loss along one parameter, and its tangent: the partial derivative as a slope.',
  },
  attributes: [
    {
      name: 'along',
      type: '"a" | "b"',
      default: 'a',
      about: { ko: '움직이는 parameter.', en: 'The parameter that varies.' },
    },
    {
      name: 'at',
      type: 'JSON: { a, b }',
      default: '{"a":2,"b":1}',
      about: { ko: '현재의 직선.', en: 'The current line.' },
    },
    {
      name: 'points',
      type: 'JSON: { x: number[], y: number[] }',
      default: '{"x":[-2,0,1],"y":[-1,1,2]}',
      about: { ko: '데이터.', en: 'The data.' },
    },
    {
      name: 'range',
      type: 'JSON: [from, to]',
      default: '—',
      about: { ko: '그 parameter의 범위.', en: 'The range of that parameter.' },
    },
    {
      name: 'top',
      type: 'number',
      default: '—',
      about: { ko: '보이는 가장 큰 loss.', en: 'The greatest loss shown.' },
    },
    { name: 'tangent', type: 'boolean', default: 'false', about: { ko: '접선을 그린다.', en: 'Draws the tangent.' } },
    { name: 'width', type: 'number', default: '452', about: { ko: '너비(px).', en: 'Width in px.' } },
    { name: 'height', type: 'number', default: '300', about: { ko: '높이(px).', en: 'Height in px.' } },
  ],
  events: [{ name: 'linemove', detail: '{ a, b }', about: { ko: '점을 끌었다.', en: 'The point was dragged.' } }],
  example: `<loss-slice along="a" at='{"a":2,"b":1}' range="[-1,3]" tangent></loss-slice>`,
};

customElements.define('loss-slice', LossSlice);
