// The data with the line and its residuals. Points are dragged; the line is lifted (b) or turned (a) by its handles.
// Sends `pointmove` { index, x, y } and `linemove` { a, b }. Predictions that it isn't given it computes.

import { scaleLinear } from 'd3-scale';
import { html, nothing, type PropertyDeclarations, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { counted } from '../language/language.ts';
import { type Line, lectureLine, lecturePoints, type Points } from '../lesson/points.ts';
import { regressionOn } from '../lesson/regression.ts';
import { extentOf, snap, stepIn } from '../lesson/scales.ts';
import { format } from '../numbers/format.ts';
import { axes, clip, type Extent, type Frame, frame, gutterFor, uniqueId } from './axes.ts';
import type { PictureDoc } from './doc.ts';
import { drag, onArrows, pointerIn } from './drag.ts';
import { linePlotDoc } from './line-plot-doc.ts';
import { LiveElement } from './live-element.ts';
import { labels, residuals, squares } from './residual-marks.ts';
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
    points: { type: Object },
    line: { type: Object },
    earlier: { type: Object },
    predictions: { type: Array },
    layers: { type: Object },
    extent: { type: Object },
    width: { type: Number },
    height: { type: Number },
  };

  declare points: Points;
  declare line: Line;
  /** An earlier line, drawn at rest. */
  declare earlier: Line | undefined;
  /** The line's value at each point; computed unless given. */
  declare predictions: readonly number[] | undefined;
  declare layers: LinePlotLayers;
  /** What is shown; around the points unless given. */
  declare extent: Extent | undefined;
  declare width: number;
  declare height: number;

  private readonly clipId: string = uniqueId('line-plot');
  private readonly shown: Tween = new Tween(this);

  constructor() {
    super();
    this.points = lecturePoints;
    this.line = lectureLine;
    this.layers = {};
    this.width = 560;
    this.height = 500;
  }

  private plot(): Frame {
    const extent = this.extent ?? extentOf(this.points, { x: [-4.4, 4.4], y: [-4, 4] });
    return frame(this.width, this.height, extent, gutterFor(scaleLinear([...extent.y], [0, 1]).ticks(4)));
  }

  private get reached(): readonly number[] {
    return this.predictions ?? regressionOn(this.computing).rows(this.line, this.points).prediction;
  }

  /** Steps of dragging and of the arrow keys: 0.1 in the lecture's plots. */
  private steps({ extent: { x, y } }: Frame): { readonly x: number; readonly y: number; readonly a: number } {
    const [height, reach] = [y[1] - y[0], Math.max(Math.abs(x[0]), Math.abs(x[1]))];
    return { x: stepIn(x), y: stepIn(y), a: stepIn([0, (1.5 * height) / reach]) };
  }

  override render(): TemplateResult {
    const plot = this.plot();
    const [a = 0, b = 0, ...tips] = this.shown.show([this.line.a, this.line.b, ...this.reached]);
    const { layers } = this;
    return html`<svg class="plot" viewBox="0 0 ${plot.width} ${plot.height}" width=${plot.width} height=${plot.height}
      role="group" aria-label=${this.words()} data-prevent-swipe>
      <defs>${clip(this.clipId, plot)}</defs>
      ${axes(plot, this.ticks(plot))}
      <g clip-path="url(#${this.clipId})">
        ${layers.squares ? squares(plot, this.points, tips, this.line.a > 0) : nothing}
        ${this.earlier ? this.stroke(plot, this.earlier, 'line at-rest') : nothing}
        ${layers.residuals ? residuals(plot, this.points, tips) : nothing}
        ${this.stroke(plot, { a, b }, 'line')}
      </g>
      ${layers.handles ? this.handles(plot, { a, b }) : nothing}
      ${this.points.x.map((_, index) => this.point(plot, index))}
      ${layers.labels ? labels(plot, this.points, tips, layers.labels, this.line.a > 0) : nothing}
    </svg>`;
  }

  private words(): string {
    const { layers, earlier, points, reached } = this;
    const count = points.x.length;
    const line = ({ a, b }: Line): string => `a = ${format(a)}, b = ${format(b)}`;
    const residuals = reached.map((tip, i) => format((points.y[i] ?? 0) - tip)).join(', ');
    const parts = [
      this.say(
        `점 ${count}개와 직선 y = ax + b. ${line(this.line)}.`,
        `${counted(count, 'point')} and the line y = ax + b with ${line(this.line)}.`,
      ),
      ...(earlier && (earlier.a !== this.line.a || earlier.b !== this.line.b)
        ? [this.say(`처음의 직선은 ${line(earlier)}.`, `The line at first had ${line(earlier)}.`)]
        : []),
      ...(layers.residuals && count <= 6 ? [this.say(`Residual: ${residuals}.`, `The residuals: ${residuals}.`)] : []),
      ...(layers.squares
        ? [this.say('Residual마다 그 제곱이 정사각형으로 그려져 있다.', 'Each residual carries its square.')]
        : []),
    ];
    return parts.join(' ');
  }

  private ticks({ x, y, extent }: Frame): { x: number[]; y: number[]; names: [string, string] } {
    const inside = (values: number[], [from, to]: readonly [number, number]): number[] =>
      values.filter((value) => value > from && value < to);
    return {
      x: inside(x.ticks(4), extent.x),
      y: inside(y.ticks(this.height > 200 ? 4 : 3), extent.y),
      names: ['x', 'y'],
    };
  }

  private stroke({ x, y, extent }: Frame, { a, b }: Line, name: string): SVGTemplateResult | typeof nothing {
    const interval = visibleInterval({ a, b }, extent);
    if (!interval) return nothing;
    const [from, to] = interval;
    return svg`<line class=${name} x1=${x(from)} y1=${y(a * from + b)} x2=${x(to)} y2=${y(a * to + b)}></line>`;
  }

  private point(plot: Frame, index: number): SVGTemplateResult {
    const { x, y } = plot;
    const many = this.points.x.length > 12;
    const [px, py] = [this.points.x[index] ?? 0, this.points.y[index] ?? 0];
    const onKey = onArrows((step) => {
      const { x: stepX, y: stepY } = this.steps(plot);
      this.movePoint(plot, index, px + step.x * 10 * stepX, py + step.y * 10 * stepY);
    });
    return svg`<g class="point" tabindex="0" role="slider" aria-label=${this.say(`점 ${index + 1}`, `point ${index + 1}`)} aria-valuenow=${py}
      aria-valuetext=${`(${format(px)}, ${format(py)})`} transform="translate(${x(px)} ${y(py)})" @keydown=${onKey}
      @pointerdown=${(event: PointerEvent) => this.dragPoint(event, plot)}>
      <circle class="reach" r="26"></circle><circle class="dot" r=${many ? 6 : 9}></circle>
    </g>`;
  }

  /** Of points whose reaches overlap, the nearest one follows. */
  private dragPoint(event: PointerEvent, plot: Frame): void {
    const drawing = this.querySelector('svg');
    if (!drawing) return;
    const from = pointerIn(drawing, event);
    const distance = (i: number): number =>
      Math.hypot(plot.x(this.points.x[i] ?? 0) - from.x, plot.y(this.points.y[i] ?? 0) - from.y);
    const nearest = this.points.x.reduce((best, _, i) => (distance(i) < distance(best) ? i : best), 0);
    drag(event, (at) => this.movePoint(plot, nearest, plot.x.invert(at.x), plot.y.invert(at.y)));
  }

  private movePoint(plot: Frame, index: number, x: number, y: number): void {
    const steps = this.steps(plot);
    const within = (value: number, [from, to]: readonly [number, number], step: number): number =>
      snap(Math.min(to, Math.max(from, value)), step);
    const { extent } = plot;
    this.send('pointmove', {
      index,
      x: within(x, extent.x, steps.x),
      y: within(y, extent.y, steps.y),
    } satisfies PointMove);
  }

  private handles(plot: Frame, drawn: Line): SVGTemplateResult | typeof nothing {
    const at = handles(drawn, plot.extent);
    if (!at) return nothing;
    const { line } = this;
    const steps = this.steps(plot);
    // The pointer may leave the plot; the line may not.
    const seen = (y: number): number => Math.min(plot.extent.y[1], Math.max(plot.extent.y[0], y));
    const least = 3 * steps.x;
    const lift = (x: number, y: number): Line => ({ a: line.a, b: snap(seen(y) - line.a * x, steps.y) });
    const turn = (x: number, y: number): Line =>
      Math.abs(x) < least ? line : { a: snap((seen(y) - line.b) / x, steps.a), b: line.b };
    return svg`${this.handle(plot, drawn, at.lift, 'b', lift)}${this.handle(plot, drawn, at.turn, 'a', turn)}`;
  }

  private handle(
    plot: Frame,
    drawn: Line,
    at: number,
    name: 'a' | 'b',
    moved: (x: number, y: number) => Line,
  ): SVGTemplateResult {
    const { x, y } = plot;
    const height = drawn.a * at + drawn.b;
    const stepOf = { a: this.steps(plot).a, b: this.steps(plot).y };
    const onKey = onArrows((step) => {
      this.send('linemove', {
        ...this.line,
        [name]: snap(this.line[name] + (step.x + step.y) * 10 * stepOf[name], stepOf[name]),
      });
    });
    const follow = (point: DOMPoint): void => this.send('linemove', moved(x.invert(point.x), y.invert(point.y)));
    return svg`<g class="handle" tabindex="0" role="slider" aria-label=${this.say(`직선의 ${name}`, `${name} of the line`)} aria-valuenow=${this.line[name]}
      aria-valuetext=${`${name} = ${format(this.line[name])}`}
      transform="translate(${x(at)} ${y(height)})" @keydown=${onKey}
      @pointerdown=${(event: PointerEvent) => drag(event, follow)}>
      <circle class="reach" r="24"></circle><circle class="ring" r="8"></circle><text class="name" x=${this.line.a < 0 ? 12 : -12} y="-12" text-anchor=${this.line.a < 0 ? 'start' : 'end'}>${name}</text>
    </g>`;
  }
}

export const doc: PictureDoc = linePlotDoc;

customElements.define('line-plot', LinePlot);
