// The loss along one parameter while the other is held still, with its tangent: the partial derivative as a slope.
// The point on the curve is dragged along it: sends `linemove` { a, b }.

import { line as lineShape } from 'd3-shape';
import { html, nothing, type PropertyDeclarations, svg, type TemplateResult } from 'lit';
import type { Line } from '../lesson/points.ts';
import { format } from '../numbers/format.ts';
import { axes, clip, type Frame, frame, uniqueId } from './axes.ts';
import { arrowStep, drag, tenth } from './drag.ts';
import { LiveElement } from './live-element.ts';
import { Tween } from './tween.ts';

export class LossSlice extends LiveElement {
  static override properties: PropertyDeclarations = {
    along: { type: String },
    at: { attribute: false },
    values: { attribute: false },
    losses: { attribute: false },
    loss: { type: Number },
    slope: { type: Number },
    tangent: { type: Boolean },
    width: { type: Number },
    height: { type: Number },
  };

  /** The parameter that varies. */
  declare along: 'a' | 'b';
  declare at: Line;
  /** Values of that parameter, and the loss at each. */
  declare values: readonly number[];
  declare losses: readonly number[];
  declare loss: number;
  /** The partial derivative at the point. */
  declare slope: number;
  declare tangent: boolean;
  declare width: number;
  declare height: number;

  private readonly clipId: string = uniqueId('loss-slice');
  private readonly shown: Tween = new Tween(this);

  override render(): TemplateResult {
    const first = this.values[0] ?? 0;
    const last = this.values.at(-1) ?? 1;
    const plot = frame(this.width, this.height, { x: [first, last], y: [0, 21] });
    const [position = 0, loss = 0, slope = 0] = this.shown.show([this.at[this.along], this.loss, this.slope]);
    const curve = lineShape<number>(
      (value) => plot.x(value),
      (_, i) => plot.y(Math.min(1e6, this.losses[i] ?? 0)),
    )([...this.values]);
    const reach = last - first;
    const whole = [-2, -1, 0, 1, 2, 3, 4].filter((value) => value > first && value < last);
    return html`<svg class="plot" viewBox="0 0 ${plot.width} ${plot.height}" width=${plot.width} height=${plot.height}
      role="group" aria-label=${`${this.along}에 따른 loss`} data-prevent-swipe>
      <defs>${clip(this.clipId, plot)}</defs>
      ${axes(plot, { x: whole, y: [0, 10, 20], names: [this.along, 'L'] })}
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
    const moveTo = (value: number): void => this.send('linemove', { ...this.at, [along]: tenth(value, plot.extent.x) });
    const onKey = (event: KeyboardEvent): void => {
      const step = arrowStep(event);
      if (!step) return;
      event.preventDefault();
      moveTo(this.at[along] + step.x + step.y);
    };
    return svg`<g class="point" tabindex="0" role="slider" aria-label=${`곡선 위의 ${along}`} aria-valuenow=${this.at[along]}
      aria-valuetext=${format(this.at[along])} transform="translate(${plot.x(position)} ${plot.y(Math.min(1e6, loss))})"
      @keydown=${onKey} @pointerdown=${(event: PointerEvent) => drag(event, (at) => moveTo(plot.x.invert(at.x)))}>
      <circle class="reach" r="26"></circle><circle class="dot" r="9"></circle></g>`;
  }
}

customElements.define('loss-slice', LossSlice);
