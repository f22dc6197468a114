// The data with the line and its residuals. Points are dragged; the line is lifted (b) or turned (a) by its handles.
// Sends `pointmove` { index, x, y } and `linemove` { a, b }.

import { html, nothing, type PropertyDeclarations, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import type { Line, Points } from '../lesson/points.ts';
import { format } from '../numbers/format.ts';
import { axes, clip, type Extent, type Frame, frame, uniqueId } from './axes.ts';
import { arrowStep, drag, tenth } from './drag.ts';
import { LiveElement } from './live-element.ts';
import { Tween } from './tween.ts';
import { handles, visibleInterval } from './visible-line.ts';

export interface PointMove {
  readonly index: number;
  readonly x: number;
  readonly y: number;
}

export interface LinePlotLayers {
  readonly residuals?: boolean;
  /** The squares whose areas add up to the loss; wants the same unit on both axes. */
  readonly squares?: boolean;
  readonly handles?: boolean;
  /** One short text beside each residual. */
  readonly labels?: readonly string[];
}

export class LinePlot extends LiveElement {
  static override properties: PropertyDeclarations = {
    points: { attribute: false },
    line: { attribute: false },
    earlier: { attribute: false },
    predictions: { attribute: false },
    layers: { attribute: false },
    extent: { attribute: false },
    width: { type: Number },
    height: { type: Number },
  };

  declare points: Points;
  declare line: Line;
  /** An earlier line, drawn at rest. */
  declare earlier: Line | undefined;
  declare predictions: readonly number[];
  declare layers: LinePlotLayers;
  declare extent: Extent;
  declare width: number;
  declare height: number;

  private readonly clipId: string = uniqueId('line-plot');
  private readonly shown: Tween = new Tween(this);

  private plot(): Frame {
    return frame(this.width, this.height, this.extent);
  }

  override render(): TemplateResult {
    const plot = this.plot();
    const [a = 0, b = 0, ...tips] = this.shown.show([this.line.a, this.line.b, ...this.predictions]);
    const { layers } = this;
    return html`<svg class="plot" viewBox="0 0 ${plot.width} ${plot.height}" width=${plot.width} height=${plot.height}
      role="group" aria-label="데이터와 직선" data-prevent-swipe>
      <defs>${clip(this.clipId, plot)}</defs>
      ${axes(plot, this.ticks())}
      <g clip-path="url(#${this.clipId})">
        ${layers.squares ? this.squares(plot, tips) : nothing}
        ${this.earlier ? this.stroke(plot, this.earlier, 'line at-rest') : nothing}
        ${layers.residuals ? this.residuals(plot, tips) : nothing}
        ${this.stroke(plot, { a, b }, 'line')}
      </g>
      ${layers.handles ? this.handles(plot, { a, b }) : nothing}
      ${this.points.x.map((_, index) => this.point(plot, index))}
      ${layers.labels ? this.labels(plot, tips, layers.labels) : nothing}
    </svg>`;
  }

  private ticks(): { x: number[]; y: number[]; names: [string, string] } {
    const even = ([from, to]: readonly [number, number]): number[] =>
      [-4, -2, 0, 2, 4].filter((value) => value > from && value < to);
    return { x: even(this.extent.x), y: even(this.extent.y), names: ['x', 'y'] };
  }

  private stroke({ x, y, extent }: Frame, { a, b }: Line, name: string): SVGTemplateResult | typeof nothing {
    const interval = visibleInterval({ a, b }, extent);
    if (!interval) return nothing;
    const [from, to] = interval;
    return svg`<line class=${name} x1=${x(from)} y1=${y(a * from + b)} x2=${x(to)} y2=${y(a * to + b)}></line>`;
  }

  private residuals({ x, y }: Frame, tips: readonly number[]): SVGTemplateResult[] {
    return this.points.x.map(
      (at, i) =>
        svg`<line class="residual" x1=${x(at)} x2=${x(at)} y1=${y(this.points.y[i] ?? 0)} y2=${y(tips[i] ?? 0)}></line>`,
    );
  }

  private squares({ x, y }: Frame, tips: readonly number[]): SVGTemplateResult[] {
    return this.points.x.map((at, i) => {
      const [one, other] = [y(this.points.y[i] ?? 0), y(tips[i] ?? 0)];
      const side = Math.abs(one - other);
      // Away from the line, so that the square doesn't hide it.
      const leftwards = other > one === this.line.a > 0;
      return svg`<rect class="square" x=${leftwards ? x(at) - side : x(at)} y=${Math.min(one, other)}
        width=${side} height=${side}></rect>`;
    });
  }

  private labels(
    { x, y, top, bottom }: Frame,
    tips: readonly number[],
    labels: readonly string[],
  ): SVGTemplateResult[] {
    return this.points.x.map((at, i) => {
      const middle = (y(this.points.y[i] ?? 0) + y(tips[i] ?? 0)) / 2;
      const leftwards = (this.points.y[i] ?? 0) > (tips[i] ?? 0) === this.line.a > 0;
      return svg`<text class="label" x=${x(at) + (leftwards ? -14 : 14)} text-anchor=${leftwards ? 'end' : 'start'} y=${Math.min(bottom - 6, Math.max(top + 18, middle + 7))}>${labels[i]}</text>`;
    });
  }

  private point({ x, y, extent }: Frame, index: number): SVGTemplateResult {
    const [px, py] = [this.points.x[index] ?? 0, this.points.y[index] ?? 0];
    const moveTo = (nextX: number, nextY: number): void =>
      this.send('pointmove', { index, x: tenth(nextX, extent.x), y: tenth(nextY, extent.y) } satisfies PointMove);
    const onKey = (event: KeyboardEvent): void => {
      const step = arrowStep(event);
      if (!step) return;
      event.preventDefault();
      moveTo(px + step.x, py + step.y);
    };
    return svg`<g class="point" tabindex="0" role="slider" aria-label=${`점 ${index + 1}`} aria-valuenow=${py}
      aria-valuetext=${`(${format(px)}, ${format(py)})`} transform="translate(${x(px)} ${y(py)})" @keydown=${onKey}
      @pointerdown=${(event: PointerEvent) => drag(event, (at) => moveTo(x.invert(at.x), y.invert(at.y)))}>
      <circle class="reach" r="26"></circle><circle class="dot" r="9"></circle>
    </g>`;
  }

  private handles(plot: Frame, drawn: Line): SVGTemplateResult | typeof nothing {
    const at = handles(drawn, plot.extent);
    if (!at) return nothing;
    const { line } = this;
    const lift = (x: number, y: number): Line => ({ a: line.a, b: tenth(y - line.a * x, [-9, 9]) });
    const turn = (x: number, y: number): Line =>
      Math.abs(x) < 0.3 ? line : { a: tenth((y - line.b) / x, [-9, 9]), b: line.b };
    return svg`${this.handle(plot, drawn, at.lift, 'b', lift)}${this.handle(plot, drawn, at.turn, 'a', turn)}`;
  }

  private handle(
    { x, y }: Frame,
    drawn: Line,
    at: number,
    name: 'a' | 'b',
    moved: (x: number, y: number) => Line,
  ): SVGTemplateResult {
    const height = drawn.a * at + drawn.b;
    const onKey = (event: KeyboardEvent): void => {
      const step = arrowStep(event);
      if (!step) return;
      event.preventDefault();
      this.send('linemove', { ...this.line, [name]: tenth(this.line[name] + step.x + step.y, [-9, 9]) });
    };
    const follow = (point: DOMPoint): void => this.send('linemove', moved(x.invert(point.x), y.invert(point.y)));
    return svg`<g class="handle" tabindex="0" role="slider" aria-label=${`직선의 ${name}`} aria-valuenow=${this.line[name]}
      transform="translate(${x(at)} ${y(height)})" @keydown=${onKey}
      @pointerdown=${(event: PointerEvent) => drag(event, follow)}>
      <circle class="reach" r="24"></circle><circle class="ring" r="8"></circle><text class="name" x=${this.line.a < 0 ? 12 : -12} y="-12" text-anchor=${this.line.a < 0 ? 'start' : 'end'}>${name}</text>
    </g>`;
  }
}

customElements.define('line-plot', LinePlot);
