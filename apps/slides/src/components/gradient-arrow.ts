// Two slopes make one arrow: in the (x, y) plane ∂f/∂x reaches along x, ∂f/∂y along y, and their sum is the gradient,
// which stands upright on the contours. The point is dragged: sends `pointmove` { x, y }.

import { html, nothing, type PropertyDeclarations, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { contourPaths } from '../lesson/contour.ts';
import { functionOn, lectureFormula } from '../lesson/two-variables.ts';
import { format } from '../numbers/format.ts';
import { axes, clip, type Frame, frame, uniqueId } from './axes.ts';
import type { PictureDoc } from './doc.ts';
import { drag, onArrows, tenth } from './drag.ts';
import { LiveElement } from './live-element.ts';
import { heightWindow } from './surface/heights.ts';
import { type Interval, type Place, pathOf } from './surface/projection.ts';
import { Tween } from './tween.ts';

export const doc: PictureDoc = {
  tag: 'gradient-arrow',
  about: {
    ko: '두 편미분이 (x, y) 평면에서 gradient 화살표 하나가 된다.',
    en: 'Two partial derivatives make one gradient arrow in the (x, y) plane.',
  },
  attributes: [
    { name: 'formula', type: 'string', default: 'x^2 + x*y', about: { ko: '함수', en: 'The function' } },
    {
      name: 'at',
      type: 'JSON: { x, y }',
      default: '{ "x": 1, "y": 2 }',
      about: { ko: '화살표가 시작되는 점', en: 'Where the arrow starts' },
    },
    {
      name: 'parts',
      type: 'number',
      default: '3',
      about: {
        ko: '보이는 것: 1 ∂f/∂x, 2 ∂f/∂y까지, 3 gradient까지',
        en: 'What is shown: 1 ∂f/∂x, 2 ∂f/∂y too, 3 the gradient too',
      },
    },
    {
      name: 'side',
      type: 'JSON: [from, to]',
      default: '[-3, 3]',
      about: { ko: 'x와 y의 범위', en: 'Range of x and y' },
    },
    { name: 'width', type: 'number', default: '330', about: { ko: '폭과 높이', en: 'Width and height' } },
  ],
  events: [{ name: 'pointmove', detail: '{ x, y }', about: { ko: '점을 끌었다.', en: 'The point was dragged.' } }],
  example: `<gradient-arrow formula="x^2 + x*y" at='{"x":1,"y":2}'></gradient-arrow>`,
};

const cells = 81;
/** So far an arrow may leave the plot: at its edge it would else be a dot. */
const margin = 28;

export class GradientArrow extends LiveElement {
  static override properties: PropertyDeclarations = {
    formula: { type: String },
    at: { type: Object },
    parts: { type: Number },
    side: { type: Array },
    width: { type: Number },
  };

  declare formula: string;
  declare at: { readonly x: number; readonly y: number };
  declare parts: number;
  declare side: Interval;
  declare width: number;

  private readonly clipId: string = uniqueId('gradient-arrow');
  private readonly shown: Tween = new Tween(this);
  private kept: { readonly heights: Float64Array; readonly width: number; readonly rings: string[] } | undefined;

  constructor() {
    super();
    this.formula = lectureFormula;
    this.at = { x: 1, y: 2 };
    this.parts = 3;
    this.side = [-3, 3];
    this.width = 330;
  }

  override render(): TemplateResult {
    const { side, at, say } = this;
    const slope = functionOn(this.computing, this.formula).slopes(at);
    const plot = frame(this.width, this.width, { x: side, y: side });
    const scale = this.scale(plot, slope.x, slope.y);
    const [partX = 0, partY = 0, sum = 0] = this.shown.show([1, 2, 3].map((part) => (this.parts >= part ? 1 : 0)));
    const [x, y] = [plot.x(at.x), plot.y(at.y)];
    const reach = (value: number, part: number): number => (Number.isFinite(value) ? value * scale * part : 0);
    const unit = plot.x(1) - plot.x(0);
    const [tipX, tipY] = [x + reach(slope.x, partX) * unit, y - reach(slope.y, partY) * unit];
    const whole: Place = [x + reach(slope.x, sum) * unit, y - reach(slope.y, sum) * unit];
    return html`<svg class="plot gradient-arrow" viewBox="0 0 ${this.width} ${this.width}" width=${this.width} height=${this.width}
      role="group" data-prevent-swipe aria-label=${this.words(slope)}>
      <defs>${clip(this.clipId, plot)}</defs>
      <g clip-path="url(#${this.clipId})">${this.rings(plot).map((ring) => svg`<path class="ring" d=${ring}></path>`)}</g>
      ${axes(plot, { x: [-2, 0, 2], y: [-2, 0, 2], names: ['x', 'y'] })}
      ${sum > 0 ? svg`<path class="completion" d=${pathOf([[tipX, y], whole, [x, tipY]])}></path>` : nothing}
      ${partX > 0 ? arrow('local-arrow', [x, y], [tipX, y]) : nothing}
      ${partY > 0 ? arrow('local-arrow', [x, y], [x, tipY]) : nothing}
      ${sum > 0 ? arrow('sum-arrow', [x, y], whole) : nothing}
      ${this.point(plot)}
      ${scale === 1 || this.parts < 1 ? nothing : svg`<text class="scale" x=${plot.left + 10} y=${plot.bottom - 12}>${say('화살표 길이', 'arrows')} × ${format(scale)}</text>`}
    </svg>`;
  }

  private words(slope: { readonly x: number; readonly y: number }): string {
    const { at, parts, say } = this;
    const [place, x, y] = [`(${format(at.x)}, ${format(at.y)})`, format(slope.x), format(slope.y)];
    return [
      say(`(x, y) 평면의 등고선과 점 ${place}.`, `Contours in the (x, y) plane, and the point ${place}.`),
      ...(parts >= 1 ? [say(`x 방향의 화살표 ∂f/∂x = ${x}.`, `An arrow along x: ∂f/∂x = ${x}.`)] : []),
      ...(parts >= 2 ? [say(`y 방향의 화살표 ∂f/∂y = ${y}.`, `An arrow along y: ∂f/∂y = ${y}.`)] : []),
      ...(parts >= 3
        ? [
            say(
              `둘의 합이 gradient (${x}, ${y})이고 등고선과 수직이다.`,
              `Their sum is the gradient (${x}, ${y}), perpendicular to the contour.`,
            ),
          ]
        : []),
    ].join(' ');
  }

  /** Arrows in their own length where they fit, else halved until they do. */
  private scale(plot: Frame, x: number, y: number): number {
    const { at } = this;
    const outside = (value: number, from: number, to: number): number => Math.max(from - value, value - to);
    const leaves = (by: number): boolean =>
      outside(plot.x(at.x + x * by), plot.left, plot.right) > margin ||
      outside(plot.y(at.y + y * by), plot.top, plot.bottom) > margin;
    const longest = Math.max(Math.abs(x), Math.abs(y));
    const room = (this.side[1] - this.side[0]) * 0.42;
    let scale = 1;
    while (Number.isFinite(longest) && (longest * scale > room || leaves(scale)) && scale > 1e-6) scale /= 2;
    return scale;
  }

  /** The contours, kept while the heights are the same. */
  private rings(plot: Frame): string[] {
    const { side } = this;
    const heights = functionOn(this.computing, this.formula).grid(side, side, cells, cells);
    if (this.kept?.heights === heights && this.kept.width === this.width) return this.kept.rings;
    const rings = this.contours(heights, plot);
    this.kept = { heights, width: this.width, rings };
    return rings;
  }

  private contours(heights: Float64Array, plot: Frame): string[] {
    const { side } = this;
    const [low, high] = heightWindow(heights);
    const loss = heights.map((value) => Math.min(high, Math.max(low, value)));
    const step = (side[1] - side[0]) / (cells - 1);
    const none = new Float64Array();
    return contourPaths(
      { loss, a: none, b: none },
      { columns: cells, rows: cells, a: none, b: none },
      12,
      (column, row) => [plot.x(side[0] + column * step), plot.y(side[0] + row * step)],
    );
  }

  private point({ x, y }: Frame): SVGTemplateResult {
    const { at, side } = this;
    const send = (toX: number, toY: number): void =>
      this.send('pointmove', { x: tenth(toX, side), y: tenth(toY, side) });
    const onKey = onArrows((step) => send(at.x + step.x, at.y + step.y));
    return svg`<g class="point" tabindex="0" role="slider" aria-label=${this.say('점 (x, y)', 'The point (x, y)')} aria-valuenow=${at.x}
      aria-valuetext=${`(${format(at.x)}, ${format(at.y)})`} transform="translate(${x(at.x)} ${y(at.y)})" @keydown=${onKey}
      @pointerdown=${(event: PointerEvent) => drag(event, (to) => send(x.invert(to.x), y.invert(to.y)))}>
      <circle class="reach" r="26"></circle><circle class="dot" r="9"></circle>
    </g>`;
  }
}

/** A shaft with an open head; too short for one, nothing. */
function arrow(name: string, from: Place, to: Place): SVGTemplateResult | typeof nothing {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  if (!(length > 8)) return nothing;
  const angle = Math.atan2(dy, dx);
  const size = Math.min(15, length * 0.45);
  const wing = (turn: number): Place => [to[0] - size * Math.cos(angle + turn), to[1] - size * Math.sin(angle + turn)];
  // A dotted shaft that ran into its head would make an A of a short arrow.
  const neck: Place = [to[0] - size * 0.8 * Math.cos(angle), to[1] - size * 0.8 * Math.sin(angle)];
  const end = name === 'local-arrow' ? neck : to;
  return svg`<path class=${name} d=${pathOf([from, end])}></path><path class="${name} head" d=${pathOf([wing(0.45), to, wing(-0.45)])}></path>`;
}

customElements.define('gradient-arrow', GradientArrow);
