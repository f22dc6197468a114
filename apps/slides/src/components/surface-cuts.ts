// A surface whose cuts slide out of it, each into a plot of its own: the curve on a plane becomes a function of one
// variable. A cut's way is from where it stands in space to its plot; both are seen flat, so that the way is straight.

import { scaleLinear } from 'd3-scale';
import { nothing, type PropertyDeclarations, type SVGTemplateResult, svg } from 'lit';
import { format } from '../numbers/format.ts';
import { axes, type Frame, frame, gutterFor, type Ticks } from './axes.ts';
import type { PictureDoc } from './doc.ts';
import { drag, onArrows, tenth } from './drag.ts';
import { FunctionSurface, type Size, doc as surface } from './function-surface.ts';
import { mathText } from './math-text.ts';
import { type Axis, type Cut, curveOf, free, onCut, tangentOf } from './surface/cut.ts';
import type { HeightAt } from './surface/heights.ts';
import { below, fitting, type Lift } from './surface/lifts.ts';
import { type Interval, type Place, type Projection, pathOf } from './surface/projection.ts';
import { slopeLabel } from './surface/slope-label.ts';
import { Tween } from './tween.ts';

function inside([from, to]: Interval, count: number): number[] {
  return scaleLinear([from, to], [0, 1])
    .ticks(count)
    .filter((value) => value > from && value < to);
}

export const doc: PictureDoc = {
  tag: 'surface-cuts',
  about: {
    ko: '곡면에서 단면이 빠져나와 일변수 함수의 그래프가 된다.',
    en: 'Cuts slide out of a surface and become graphs of functions of one variable.',
  },
  attributes: [
    {
      name: 'lifts',
      type: 'JSON: { hold, out, name, caption?, left, top, width, height }[]',
      default: '[]',
      about: { ko: '빠져나오는 단면과 그 자리', en: 'The cuts that slide out, and where to' },
    },
    {
      name: 'whole',
      type: 'number',
      default: '1168',
      about: {
        ko: '그림 전체의 폭. lifts의 자리보다 좁으면 단면이 곡면 아래에 차례로 선다.',
        en: 'Width of the whole drawing; where it is less than the lifts ask for, they stand below the surface.',
      },
    },
    ...surface.attributes,
  ],
  events: surface.events,
  example: `<surface-cuts at='{"x":1,"y":2}' cuts='[{"hold":"y","at":2,"curve":true,"tangent":true,"handle":"a"}]'
  lifts='[{"hold":"y","out":true,"name":"g","left":620,"top":100,"width":520,"height":320}]'></surface-cuts>`,
};

export class SurfaceCuts extends FunctionSurface {
  static override properties: PropertyDeclarations = {
    lifts: { type: Array },
    whole: { type: Number },
  };

  declare lifts: readonly Lift[];
  declare whole: number;

  private readonly parts: Tween = new Tween(this);

  constructor() {
    super();
    this.lifts = [];
    this.whole = 1168;
  }

  private get isWide(): boolean {
    return fitting(this.lifts, this.whole);
  }

  protected override get surfaceSize(): Size {
    return this.isWide ? super.surfaceSize : { width: this.whole, height: this.height };
  }

  protected override get drawingSize(): Size {
    if (this.isWide) return { width: this.whole, height: this.height };
    // A cut has its room from when it leaves the surface.
    const parts = this.outward;
    const ends = this.places.map(({ top, height }, i) => ((parts[i] ?? 0) > 0 ? top + height : 0));
    return { width: this.whole, height: Math.max(this.height, ...ends) };
  }

  private get places(): readonly Lift[] {
    return this.isWide ? this.lifts : below(this.lifts, this.whole, this.height);
  }

  /** How far each cut has come: 0 in the surface, 1 in its plot. */
  private get outward(): readonly number[] {
    return this.parts.show(this.lifts.map(({ out }) => (out ? 1 : 0)));
  }

  protected override beside(view: Projection, height: HeightAt): unknown {
    const parts = this.outward;
    return this.places.map((lift, i) => {
      const cut = this.cuts.find(({ hold }) => hold === lift.hold);
      const part = parts[i] ?? 0;
      return cut && part > 0 ? this.lifted(view, height, cut, lift, part) : nothing;
    });
  }

  private lifted(view: Projection, height: HeightAt, cut: Cut, lift: Lift, part: number): SVGTemplateResult {
    const along = free(cut);
    const { box } = view;
    const ticks = { x: inside(box[along], 4), y: inside(box.z, lift.height > 220 ? 4 : 3) };
    const plot = frame(
      lift.width,
      lift.height,
      { x: box[along], y: box.z },
      this.isWide ? undefined : gutterFor(ticks.y),
    );
    const place = (value: number, z: number): Place => {
      const spot = onCut(cut, value, z);
      const [fromX, fromY] = view.place(spot.x, spot.y, spot.z);
      const [toX, toY] = [lift.left + plot.x(value), lift.top + plot.y(z)];
      return [fromX + (toX - fromX) * part, fromY + (toY - fromY) * part];
    };
    const draw = (piece: readonly Place[]): string => pathOf(piece.map(([value, z]) => place(value, z)));
    const [from, to] = box[along];
    const [low, high] = box.z;
    const pieces = curveOf(cut, height, view);
    const section = pieces.map((piece) => {
      const [first = [0, 0], last = [0, 0]] = [piece[0], piece.at(-1)];
      return draw([[first[0], low], ...piece, [last[0], low]]);
    });
    const found = this.at && this.full(this.at);
    const tangent =
      found && cut.tangent ? tangentOf(found[along], found.z, found.slope[along], [from, to], [low, high]) : [];
    const end = pieces.at(-1)?.at(-1);
    const arrived = part === 1;
    return svg`<g class="lifted">
      <path class="sheet" d=${draw([
        [from, low],
        [to, low],
        [to, high],
        [from, high],
      ])}></path>
      <path class="section" d=${section.join('')}></path>
      ${arrived ? this.scales(plot, ticks, along, lift) : nothing}
      <path class="cut-curve" d=${pieces.map(draw).join('')}></path>
      ${tangent.map((piece) => svg`<path class="local-tangent" d=${draw(piece)}></path>`)}
      ${arrived && lift.caption ? svg`<text class="caption" x=${lift.left + plot.left + 14} y=${lift.top + plot.top + 22}>${mathText(lift.caption)}</text>` : nothing}
      ${arrived && end && lift.name ? svg`<text class="name" x=${lift.left + plot.x(end[0]) - 12} y=${Math.max(lift.top + 26, lift.top + plot.y(end[1]) + 4)} text-anchor="end">${lift.name}</text>` : nothing}
      ${arrived && found ? this.runner(plot, along, lift, found, cut.tangent ? found.slope[along] : undefined) : nothing}
    </g>`;
  }

  private scales(plot: Frame, ticks: Pick<Ticks, 'x' | 'y'>, along: Axis, { left, top }: Lift): SVGTemplateResult {
    return svg`<g transform="translate(${left} ${top})">${axes(plot, { ...ticks, names: [this.names[along === 'x' ? 0 : 1], this.names[2]] })}</g>`;
  }

  /** The point on the plot's curve, with the slope of its tangent. */
  private runner(
    plot: Frame,
    along: Axis,
    { left, top, name, caption = '' }: Lift,
    at: { readonly x: number; readonly y: number; readonly z: number },
    slope: number | undefined,
  ): SVGTemplateResult | typeof nothing {
    const { y } = plot.extent;
    if (!(at.z >= y[0] && at.z <= y[1])) return nothing;
    const send = (value: number): void =>
      this.send('pointmove', { x: at.x, y: at.y, [along]: tenth(value, plot.extent.x) });
    const onKey = onArrows((step) => send(at[along] + step.x + step.y));
    const [px, py] = [plot.x(at[along]), plot.y(at.z)];
    return svg`<g class="point" tabindex="0" role="slider" aria-label=${this.say(`곡선 ${name || caption} 위의 ${along}`, `${along} on the curve ${name || caption}`)} aria-valuenow=${at[along]}
      aria-valuetext=${format(at[along])} transform="translate(${left + px} ${top + py})" @keydown=${onKey}
      @pointerdown=${(event: PointerEvent) => drag(event, (to) => send(plot.x.invert(to.x - left)))}>
      <circle class="reach" r="26"></circle><circle class="dot" r="9"></circle>
      ${slope === undefined ? nothing : slopeLabel(plot, [px, py], slope, along)}
    </g>`;
  }
}

customElements.define('surface-cuts', SurfaceCuts);
