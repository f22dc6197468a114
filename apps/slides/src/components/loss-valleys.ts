// The loss as a sum of layers: each data point's own valley in the (a, b) plane, and last the sum of the first ones. All
// panels have the same levels, so what is steep looks steep. The point (a, b) is dragged in any: sends `linemove`.

import { scaleLinear } from 'd3-scale';
import { html, nothing, type PropertyDeclarations, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { contourPaths, levels } from '../lesson/contour.ts';
import type { Window } from '../lesson/grid.ts';
import { type Line, lectureLine, lecturePoints, type Points } from '../lesson/points.ts';
import type { Field } from '../lesson/regression.ts';
import { snap, startOf, stepIn, windowOf } from '../lesson/scales.ts';
import { groupsOf, type Layers, valleysOn } from '../lesson/valleys.ts';
import { format } from '../numbers/format.ts';
import { downstreamArrow } from './arrow.ts';
import { longestOf, pixelsOf, roomFor, sumOf } from './arrow-scale.ts';
import { axes, clip, type Frame, frame, gutterFor, uniqueId } from './axes.ts';
import type { PictureDoc } from './doc.ts';
import { drag, onArrows, pointerIn } from './drag.ts';
import { LiveElement } from './live-element.ts';
import { head, type Place, placesIn } from './loss-valleys/places.ts';
import { alongX, alongY } from './loss-valleys/ticks.ts';
import { valleysDoc } from './loss-valleys-doc.ts';

/** The longest arrow at the line that the data start with, in stage pixels. */
const usualArrow = 46.6;
/** The panel that it suits; in smaller ones it is shorter, but never so short that only heads are left. */
const usualPanel = 268;
const shortened = 0.72;

/** `L₂`, or `L₃ + ⋯ + L₉` for a group; closer together where there is little room. */
function nameOf(indices: readonly number[], tight: boolean): SVGTemplateResult {
  const one = (i: number): SVGTemplateResult =>
    svg`<tspan class="name">L</tspan><tspan class="index" dy="7">${i + 1}</tspan><tspan dy="-7">\u200b</tspan>`;
  const [first = 0, last = first] = [indices[0], indices.at(-1)];
  if (first === last) return one(first);
  const plus = last === first + 1 ? ' + ' : ' + ⋯ + ';
  return svg`${one(first)}${tight ? plus.replaceAll(' ', '') : plus}${one(last)}`;
}

export class LossValleys extends LiveElement {
  static override properties: PropertyDeclarations = {
    points: { type: Object },
    line: { type: Object },
    window: { type: Object },
    summed: { type: Number },
    gradients: { type: Boolean },
    width: { type: Number },
  };

  declare points: Points;
  declare line: Line;
  /** The part of the plane that is shown; around the minimum unless given. */
  declare window: Window | undefined;
  /** How many layers are in the sum. */
  declare summed: number;
  /** Whether each panel shows its gradient at (a, b), to a scale that suits the data. */
  declare gradients: boolean;
  declare width: number;

  private readonly clipId: string = uniqueId('valleys');
  private drawn:
    | { readonly layers: Layers; readonly plot: Frame; readonly rings: string[][]; readonly sums: string[][] }
    | undefined;

  constructor() {
    super();
    this.points = lecturePoints;
    this.line = lectureLine;
    this.summed = 3;
    this.gradients = false;
    this.width = 1168;
  }

  override render(): TemplateResult {
    const { points, computing, say } = this;
    const window = this.window ?? windowOf(computing, points);
    const gutter = gutterFor(scaleLinear([...window.b], [0, 1]).ticks(4), 34);
    const places = placesIn(this.width, gutter);
    const plot = frame(places.panel.width, places.panel.height, { x: window.a, y: window.b }, gutter);
    const groups = groupsOf(points);
    const tight = plot.width < usualPanel;
    const summed = Math.max(1, Math.min(groups.length, this.summed));
    const { rings, sums } = this.paths(plot, window);
    const slopes = this.gradients ? valleysOn(computing).gradients(points, this.line) : [];
    const total = sumOf(slopes);
    const all = summed === groups.length;
    const scale = Math.min(this.usualScale(plot), roomFor(plot, this.line, [...slopes, total]));
    const sign = ({ left, top }: Place, text: string, waiting = false): SVGTemplateResult =>
      svg`<text class=${waiting ? 'sign waiting' : 'sign'} x=${left + places.sign} y=${top + head - 3} text-anchor="middle">${text}</text>`;
    const at = `(${format(this.line.a)}, ${format(this.line.b)})`;
    const vector = ({ a, b }: Line): string => `(${format(a)}, ${format(b)})`;
    const words = [
      say(
        `(a, b) 평면의 등고선 그림들. 점마다 loss의 골짜기가 하나씩 있고, 끝 그림은 ${summed === 1 ? '아직 그 첫째뿐이다' : `앞의 ${summed}개를 더한 것이다`}.`,
        `Contours over the (a, b) plane: a valley of loss for each data point, and last ${summed === 1 ? 'the first of them alone' : `the sum of the first ${summed}`}.`,
      ),
      ...(groups.length < points.x.length
        ? [
            say(
              `마지막 골짜기는 남은 점 ${groups.at(-1)?.length}개의 것이다.`,
              `The last valley is that of the other ${groups.at(-1)?.length} points.`,
            ),
          ]
        : []),
      say(`지금 (a, b) = ${at}.`, `Now (a, b) = ${at}.`),
      ...(this.gradients
        ? [
            say(
              `Gradient는 차례로 ${slopes.map(vector).join(', ')}.`,
              `The gradients there: ${slopes.map(vector).join(', ')}.`,
            ),
          ]
        : []),
    ].join(' ');
    return html`<svg class="plot valleys" viewBox="0 0 ${places.width} ${places.height}" width=${places.width} height=${places.height} role="group"
      aria-label=${words} data-prevent-swipe>
      <defs>${clip(this.clipId, plot)}</defs>
      ${groups.map((indices, k) =>
        this.panel(plot, places.addends[k] ?? places.sum, {
          title: nameOf(indices, tight),
          rings: rings[k] ?? [],
          floors: indices.length === 1 ? indices : [],
          slope: slopes[k],
          scale,
          waiting: k >= summed,
        }),
      )}
      ${places.addends.slice(1, groups.length).map((place, k) => sign(place, '+', k + 1 >= summed))}
      ${sign(places.sum, '=')}
      ${this.panel(plot, places.sum, {
        title: all ? svg`<tspan class="name">L</tspan>` : nameOf(groups.slice(0, summed).flat(), tight),
        rings: sums[summed - 1] ?? [],
        floors: groups.slice(0, summed).flatMap((indices) => (indices.length === 1 ? indices : [])),
        slope: all && this.gradients ? total : undefined,
        scale,
        waiting: false,
        handle: true,
      })}
    </svg>`;
  }

  /** Arrows against their gradients: a tenth in the lecture, for other data what makes them as long at their start. */
  private usualScale(plot: Frame): number {
    const { computing, points } = this;
    const gradients = valleysOn(computing).gradients(points, startOf(computing, points));
    const longest = usualArrow * Math.max(shortened, Math.min(1, plot.width / usualPanel));
    return longest / longestOf(pixelsOf(plot, [...gradients, sumOf(gradients)]));
  }

  private paths(plot: Frame, window: Window): { readonly rings: string[][]; readonly sums: string[][] } {
    const layers = valleysOn(this.computing).layers(this.points, window);
    if (this.drawn?.layers === layers && this.drawn.plot.width === plot.width) return this.drawn;
    const { columns, rows } = layers.grid;
    const [a, b] = [window.a, window.b];
    const project = (column: number, row: number): readonly [number, number] => [
      plot.x(a[0] + (column * (a[1] - a[0])) / (columns - 1)),
      plot.y(b[0] + (row * (b[1] - b[0])) / (rows - 1)),
    ];
    const heights = levels(layers.sums.at(-1)?.loss ?? [], 13);
    const draw = (field: Field): string[] => contourPaths(field, layers.grid, heights, project);
    this.drawn = { layers, plot, rings: layers.layers.map(draw), sums: layers.sums.map(draw) };
    return this.drawn;
  }

  private panel(
    plot: Frame,
    place: Place,
    panel: {
      readonly title: SVGTemplateResult;
      readonly rings: readonly string[];
      readonly floors: readonly number[];
      readonly slope: Line | undefined;
      /** Of the arrow against its gradient. */
      readonly scale: number;
      readonly waiting: boolean;
      readonly handle?: boolean;
    },
  ): SVGTemplateResult {
    const [x, y] = [plot.x(this.line.a), plot.y(this.line.b)];
    const tip = panel.slope && {
      a: this.line.a + panel.slope.a * panel.scale,
      b: this.line.b + panel.slope.b * panel.scale,
    };
    const follow = (event: PointerEvent): void => this.follow(event, plot, place);
    return svg`<g class=${panel.waiting ? 'panel waiting' : 'panel'} transform="translate(${place.left} ${place.top + head})">
      <text class="title" x=${(plot.left + plot.right) / 2} y="-8" text-anchor="middle">${panel.title}</text>
      <g clip-path="url(#${this.clipId})" class="ground" @pointerdown=${follow}>
        <rect class="paper" x=${plot.left} y=${plot.top} width=${plot.right - plot.left} height=${plot.bottom - plot.top}></rect>
        ${panel.rings.map((ring) => svg`<path class="ring" d=${ring}></path>`)}
        ${panel.floors.map((index) => this.floor(plot, index, panel.handle === true))}
      </g>
      ${axes(plot, { x: alongX(plot), y: alongY(plot), names: ['a', 'b'] })}
      ${tip ? downstreamArrow([x, y], [plot.x(tip.a), plot.y(tip.b)], 12) : nothing}
      ${panel.handle ? this.handle(plot, place, x, y) : svg`<circle class="visited" cx=${x} cy=${y} r="6"></circle>`}
    </g>`;
  }

  /** Where the point is met exactly, and its own loss is 0. */
  private floor(plot: Frame, index: number, thin: boolean): SVGTemplateResult {
    const { floor } = valleysOn(this.computing);
    const [from, to] = plot.extent.x;
    const b = (a: number): number => plot.y(floor(this.points, index, a));
    return svg`<line class=${thin ? 'floor thin' : 'floor'} x1=${plot.x(from)} y1=${b(from)} x2=${plot.x(to)} y2=${b(to)}></line>`;
  }

  private handle(plot: Frame, place: Place, x: number, y: number): SVGTemplateResult {
    const { a, b } = this.line;
    const onKey = onArrows((step) =>
      this.move(plot, a + step.x * 10 * stepIn(plot.extent.x), b + step.y * 10 * stepIn(plot.extent.y)),
    );
    return svg`<g class="point" tabindex="0" role="slider" aria-label=${this.say('현재의 (a, b)', 'the current (a, b)')} aria-valuenow=${a}
      aria-valuetext=${`(${format(a)}, ${format(b)})`} transform="translate(${x} ${y})" @keydown=${onKey}
      @pointerdown=${(event: PointerEvent) => this.follow(event, plot, place)}>
      <circle class="reach" r="24"></circle><circle class="dot" r="8"></circle></g>`;
  }

  private follow(event: PointerEvent, plot: Frame, { left, top }: Place): void {
    const drawing = this.querySelector('svg');
    if (!drawing || event.button !== 0) return;
    const to = (at: DOMPoint): void => this.move(plot, plot.x.invert(at.x - left), plot.y.invert(at.y - top - head));
    to(pointerIn(drawing, event));
    drag(event, to);
  }

  private move({ extent: { x, y } }: Frame, a: number, b: number): void {
    const within = (value: number, [from, to]: readonly [number, number]): number =>
      snap(Math.min(to, Math.max(from, value)), stepIn([from, to]));
    this.send('linemove', { a: within(a, x), b: within(b, y) });
  }
}

export const doc: PictureDoc = valleysDoc;

customElements.define('loss-valleys', LossValleys);
