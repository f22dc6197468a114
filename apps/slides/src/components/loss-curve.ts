// The loss after each step, small: falling, flat, or running away.

import { line as lineShape } from 'd3-shape';
import { html, type PropertyDeclarations, svg, type TemplateResult } from 'lit';
import { format } from '../numbers/format.ts';
import { axes, frame } from './axes.ts';
import { LiveElement } from './live-element.ts';

export class LossCurve extends LiveElement {
  static override properties: PropertyDeclarations = {
    losses: { attribute: false },
    width: { type: Number },
    height: { type: Number },
  };

  /** Entry k is the loss after k steps. */
  declare losses: readonly number[];
  declare width: number;
  declare height: number;

  override render(): TemplateResult {
    const steps = Math.max(8, this.losses.length - 1);
    const greatest = Math.max(1e-3, ...this.losses.filter(Number.isFinite));
    const plot = frame(this.width, this.height, { x: [0, steps], y: [0, greatest * 1.05] }, 30);
    const path = lineShape<number>(
      (_, k) => plot.x(k),
      (loss) => plot.y(Math.min(loss, greatest)),
    )([...this.losses]);
    const rising = (this.losses.at(-1) ?? 0) > (this.losses[0] ?? 0);
    const dots = this.losses.length <= 60 ? this.losses : [];
    return html`<svg class="plot" viewBox="0 0 ${plot.width} ${plot.height}" width=${plot.width} height=${plot.height}
      role="img" aria-label="step마다의 loss">
      ${axes(plot, { x: [0, Math.round(steps / 2), steps], y: [], names: ['k', 'L'] })}
      <path class="curve" d=${path ?? ''}></path>
      ${dots.map((loss, k) => svg`<circle class="visited" cx=${plot.x(k)} cy=${plot.y(Math.min(loss, greatest))} r="4"></circle>`)}
      <text x=${rising ? plot.left + 12 : plot.right} y=${plot.top + 14} text-anchor=${rising ? 'start' : 'end'}>${format(greatest)}</text>
    </svg>`;
  }
}

customElements.define('loss-curve', LossCurve);
