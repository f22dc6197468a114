// A surface z = f(x, y): planes that cut it with their curves and tangents, a point on it, a path over it. A drag of the
// background turns it (`viewmove` { turn, tilt }), the point is dragged over it (`pointmove` { x, y }), the planes
// through it (`cutmove` { hold, at }).

import { html, nothing, type PropertyDeclarations, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { functionOn, lectureFormula } from '../lesson/two-variables.ts';
import { format } from '../numbers/format.ts';
import type { PictureDoc } from './doc.ts';
import { arrowStep, drag, pointerIn, tenth } from './drag.ts';
import { LiveElement } from './live-element.ts';
import { blocks } from './surface/blocks.ts';
import { type Cut, curveOf, free, onCut, type Slope, tangentOf } from './surface/cut.ts';
import { ground, type Names } from './surface/ground.ts';
import { type HeightAt, heightAt, heightWindow } from './surface/heights.ts';
import { patches } from './surface/patches.ts';
import { drape } from './surface/path.ts';
import { pick } from './surface/pick.ts';
import {
  type Box,
  type Interval,
  type Place,
  type Projection,
  pathOf,
  projection,
  type Spot,
  turned,
  type View,
} from './surface/projection.ts';
import { Tween } from './tween.ts';

export interface CutMove {
  readonly hold: 'x' | 'y';
  readonly at: number;
}

export const doc: PictureDoc = {
  tag: 'function-surface',
  about: {
    ko: '곡면 z = f(x, y). 평면으로 자르고, 점을 끌고, 돌려 볼 수 있다.',
    en: 'A surface z = f(x, y): cut it with planes, drag the point, turn it.',
  },
  attributes: [
    {
      name: 'formula',
      type: 'string',
      default: 'x^2 + x*y',
      about: {
        ko: '곡면의 식. values가 있으면 쓰지 않는다.',
        en: 'The surface as a formula; not used where values are given.',
      },
    },
    {
      name: 'values, columns, rows',
      type: 'JSON: number[], number, number',
      default: 'computed from the formula',
      about: { ko: '격자 위의 높이. y가 작은 행부터.', en: 'Heights on a grid, row by row, the least y first.' },
    },
    {
      name: 'x, y, z',
      type: 'JSON: [from, to]',
      default: '[-3, 3], [-3, 3], chosen from the heights',
      about: {
        ko: '그리는 상자. 상자 밖의 곡면은 잘린다.',
        en: 'The box that is drawn; the surface is cut off where it leaves it.',
      },
    },
    {
      name: 'names',
      type: 'JSON: [x, y, z]',
      default: '["x", "y", "z"]',
      about: { ko: '축의 이름', en: 'Names of the axes' },
    },
    {
      name: 'view',
      type: 'JSON: { turn, tilt }',
      default: '{ "turn": 32, "tilt": 26 }',
      about: { ko: '보는 방향(도)', en: 'The direction it is seen from, in degrees' },
    },
    {
      name: 'cuts',
      type: 'JSON: { hold, at, curve?, tangent?, handle? }[]',
      default: '[]',
      about: { ko: '한 변수를 고정하는 평면', en: 'Planes that hold one variable still' },
    },
    {
      name: 'at',
      type: 'JSON: { x, y, z?, slope? }',
      default: 'none',
      about: { ko: '곡면 위의 점', en: 'The point on the surface' },
    },
    {
      name: 'path',
      type: 'JSON: { x, y }[]',
      default: '[]',
      about: { ko: '곡면 위의 경로', en: 'A path over the surface' },
    },
    {
      name: 'width, height, mesh',
      type: 'number',
      default: '560, 500, 20',
      about: { ko: '크기와 그물의 칸 수', en: 'Size, and cells of the net along a side' },
    },
  ],
  events: [
    { name: 'viewmove', detail: '{ turn, tilt }', about: { ko: '그림을 돌렸다.', en: 'It was turned.' } },
    { name: 'pointmove', detail: '{ x, y }', about: { ko: '점을 끌었다.', en: 'The point was dragged.' } },
    { name: 'cutmove', detail: '{ hold, at }', about: { ko: '평면을 끌었다.', en: 'A plane was dragged.' } },
  ],
  example: `<function-surface formula="x^2 + x*y" at='{"x":1,"y":2}'
  cuts='[{"hold":"y","at":2,"curve":true,"tangent":true}]'></function-surface>`,
};

/** The point on the surface; its height and slopes are computed from the formula where they aren't given. */
export interface SurfacePoint {
  readonly x: number;
  readonly y: number;
  readonly z?: number;
  readonly slope?: Slope;
}

export class FunctionSurface extends LiveElement {
  static override properties: PropertyDeclarations = {
    formula: { type: String },
    values: { type: Array },
    columns: { type: Number },
    rows: { type: Number },
    x: { type: Array },
    y: { type: Array },
    z: { type: Array },
    names: { type: Array },
    view: { type: Object },
    cuts: { type: Array },
    at: { type: Object },
    path: { type: Array },
    width: { type: Number },
    height: { type: Number },
    mesh: { type: Number },
  };

  declare formula: string;
  declare values: ArrayLike<number> | undefined;
  declare columns: number;
  declare rows: number;
  declare x: Interval;
  declare y: Interval;
  declare z: Interval | undefined;
  declare names: Names;
  declare view: View;
  declare cuts: readonly Cut[];
  declare at: SurfacePoint | undefined;
  declare path: readonly { readonly x: number; readonly y: number }[];
  declare width: number;
  declare height: number;
  declare mesh: number;

  private readonly shown: Tween = new Tween(this);

  constructor() {
    super();
    this.formula = lectureFormula;
    this.columns = this.rows = 49;
    this.x = this.y = [-3, 3];
    this.names = ['x', 'y', 'z'];
    this.view = { turn: 32, tilt: 26 };
    this.cuts = [];
    this.path = [];
    this.width = 560;
    this.height = 500;
    this.mesh = 20;
  }

  /** The whole drawing's width; more than the surface's where something stands beside it. */
  protected get fullWidth(): number {
    return this.width;
  }

  override render(): TemplateResult {
    const { x, y } = this;
    const values = this.values ?? functionOn(this.computing, this.formula).grid(x, y, this.columns, this.rows);
    const box: Box = { x, y, z: this.z ?? heightWindow(values) };
    const view = projection(box, this.view, this.width, this.height);
    const height = heightAt({ columns: this.columns, rows: this.rows, values }, box);
    return html`<svg class="plot surface" viewBox="0 0 ${this.fullWidth} ${this.height}" width=${this.fullWidth} height=${this.height}
      role="group" aria-label=${this.alternative()} data-prevent-swipe>
      ${this.turntable()}
      ${ground(view, this.names)}
      <g class="body">
        ${blocks(view, this.cuts, this.mesh).map((part) =>
          part.kind === 'sheet'
            ? this.sheet(view, height, part.cut, part.side)
            : svg`<g class=${part.open ? 'block open' : 'block'}>${patches(view, height, part.xs, part.ys).map(({ path, shade }) => svg`<path class=${`patch s${shade}`} d=${path}></path>`)}</g>`,
        )}
      </g>
      ${this.cuts.map((cut) => this.over(view, height, cut))}
      ${this.path.length > 1 ? this.trail(view, height) : nothing}
      ${this.cuts.map((cut, i) => (cut.handle ? this.handle(view, cut, i) : nothing))}
      ${this.at ? this.point(view, height, this.at) : nothing}
      ${this.beside(view, height)}
    </svg>`;
  }

  /** What a picture made of this one draws beside it. */
  protected beside(_view: Projection, _height: HeightAt): unknown {
    return nothing;
  }

  protected alternative(): string {
    const { say, at } = this;
    const [x, y, z] = this.names;
    const found = at && this.full(at);
    const parts = [
      say(`${x}, ${y} 평면 위의 곡면 ${z}`, `The surface ${z} over the ${x}, ${y} plane`),
      at && found
        ? say(
            `점 (${format(at.x)}, ${format(at.y)})에서 ${z} = ${format(found.z)}`,
            `at (${format(at.x)}, ${format(at.y)}) ${z} = ${format(found.z)}`,
          )
        : '',
      ...this.cuts.map((cut) => {
        const slope = cut.tangent && found ? found.slope[free(cut)] : undefined;
        const plane = say(
          `평면 ${cut.hold} = ${format(cut.at)}로 자름`,
          `cut by the plane ${cut.hold} = ${format(cut.at)}`,
        );
        return slope === undefined
          ? plane
          : `${plane}${say(', 접선의 기울기', ', slope of the tangent')} ${format(slope)}`;
      }),
    ];
    return parts.filter(Boolean).join('; ');
  }

  /** The point with its height and slopes. */
  protected full(at: SurfacePoint): Spot & { readonly slope: Slope } {
    if (at.z !== undefined && at.slope) return { x: at.x, y: at.y, z: at.z, slope: at.slope };
    if (this.values)
      return { x: at.x, y: at.y, z: at.z ?? Number.NaN, slope: at.slope ?? { x: Number.NaN, y: Number.NaN } };
    const { value, x, y } = functionOn(this.computing, this.formula).slopes(at);
    return { x: at.x, y: at.y, z: value, slope: { x, y } };
  }

  /** The background: dragging it turns the surface. */
  private turntable(): SVGTemplateResult {
    const { view } = this;
    const send = (next: View): void => this.send('viewmove', next);
    const onKey = (event: KeyboardEvent): void => {
      const step = arrowStep(event);
      if (!step) return;
      event.preventDefault();
      send(turned(view, step.x * 50, step.y * 50));
    };
    const onDrag = (event: PointerEvent): void => {
      const drawing = this.querySelector('svg');
      if (!drawing) return;
      const from = pointerIn(drawing, event);
      drag(event, (to) => send(turned(view, (to.x - from.x) * 0.5, (to.y - from.y) * 0.4)));
    };
    return svg`<rect class="turntable" width=${this.width} height=${this.height} tabindex="0" role="slider" aria-label=${this.say('보는 방향', 'Direction of view')}
      aria-valuemin="0" aria-valuemax="359" aria-valuenow=${view.turn} aria-valuetext=${`${view.turn}°, ${view.tilt}°`} @keydown=${onKey} @pointerdown=${onDrag}></rect>`;
  }

  /** A plane where it stands among the blocks, with its curve. */
  private sheet(view: Projection, height: HeightAt, cut: Cut, side: Interval): SVGTemplateResult {
    const { z } = view.box;
    const corner = (along: number, high: number): Place => {
      const spot = onCut(cut, along, high);
      return view.place(spot.x, spot.y, spot.z);
    };
    const outline = [corner(side[0], z[0]), corner(side[1], z[0]), corner(side[1], z[1]), corner(side[0], z[1])];
    const section = curveOf(cut, height, view, side).map((piece) => {
      const [first = [0, 0], last = [0, 0]] = [piece[0], piece.at(-1)];
      return this.onPlane(view, cut, [[first[0], z[0]], ...piece, [last[0], z[0]]]);
    });
    return svg`<path class="sheet" d=${pathOf(outline, true)}></path><path class="section" d=${section.join('')}></path>
      <path class="cut-curve" d=${this.curve(view, height, cut, side)}></path>`;
  }

  private curve(view: Projection, height: HeightAt, cut: Cut, side?: Interval): string {
    return curveOf(cut, height, view, side)
      .map((piece) => this.onPlane(view, cut, piece))
      .join('');
  }

  private onPlane(view: Projection, cut: Cut, piece: readonly Place[]): string {
    return pathOf(
      piece.map(([along, z]) => {
        const spot = onCut(cut, along, z);
        return view.place(spot.x, spot.y, spot.z);
      }),
    );
  }

  /** Over all: the outline, the curve once more, thin, where the surface hides it, and the tangent. */
  private over(view: Projection, height: HeightAt, cut: Cut): SVGTemplateResult {
    const [from, to] = view.box[free(cut)];
    const { z } = view.box;
    const outline = [
      [from, z[0]],
      [to, z[0]],
      [to, z[1]],
      [from, z[1]],
      [from, z[0]],
    ] as const;
    const found = cut.tangent && this.at ? this.full(this.at) : undefined;
    const along = free(cut);
    const tangent = found ? tangentOf(found[along], found.z, found.slope[along], [from, to], z) : [];
    return svg`<path class=${cut.curve ? 'sheet-edge' : 'sheet-edge suggested'} d=${this.onPlane(view, cut, outline)}></path>
      ${cut.curve ? svg`<path class="cut-curve hidden-part" d=${this.curve(view, height, cut)}></path>` : nothing}
      ${tangent.map((piece) => svg`<path class="local-tangent" d=${this.onPlane(view, cut, piece)}></path>`)}`;
  }

  private trail(view: Projection, height: HeightAt): SVGTemplateResult {
    const pieces = drape(this.path, height, view);
    return svg`<g class="walk">${pieces.map((piece) => svg`<path class="trail" d=${piece}></path>`)}
      ${this.path.map((spot, i) => {
        const z = height(spot.x, spot.y);
        const [x, y] = view.place(spot.x, spot.y, z);
        return z >= view.box.z[0] && z <= view.box.z[1]
          ? svg`<circle class=${i === 0 ? 'first' : 'visited'} cx=${x} cy=${y} r=${i === 0 ? 7 : 4.5}></circle>`
          : nothing;
      })}</g>`;
  }

  private handle(view: Projection, cut: Cut, index: number): SVGTemplateResult {
    const { hold } = cut;
    const side = view.box[hold];
    const along = free(cut);
    const near = view.box[along][view.nearer[along] ? 1 : 0];
    const place = (at: number): Place => {
      const spot = onCut({ hold, at }, near, view.box.z[1]);
      return view.place(spot.x, spot.y, spot.z);
    };
    const [x, y] = place(cut.at);
    const [one, other] = [place(side[0]), place(side[1])];
    const [dx, dy] = [other[0] - one[0], other[1] - one[1]];
    const send = (value: number): void => this.send('cutmove', { hold, at: tenth(value, side) } satisfies CutMove);
    const follow = (point: DOMPoint): void => {
      const part = ((point.x - one[0]) * dx + (point.y - one[1]) * dy) / (dx * dx + dy * dy || 1);
      send(side[0] + part * (side[1] - side[0]));
    };
    const onKey = (event: KeyboardEvent): void => {
      const step = arrowStep(event);
      if (!step) return;
      event.preventDefault();
      send(cut.at + step.x + step.y);
    };
    return svg`<g class="handle" tabindex="0" role="slider" aria-label=${`${this.say('평면', 'plane')} ${hold} = ${cut.handle}`} aria-valuemin=${side[0]} aria-valuemax=${side[1]}
      aria-valuenow=${cut.at} aria-valuetext=${`${hold} = ${format(cut.at)}`} data-cut=${index} transform="translate(${x} ${y})" @keydown=${onKey}
      @pointerdown=${(event: PointerEvent) => drag(event, follow)}>
      <circle class="reach" r="26"></circle><circle class="ring" r="8"></circle><text class="name" x="0" y="-18" text-anchor="middle">${cut.handle}</text>
    </g>`;
  }

  private point(view: Projection, height: HeightAt, at: SurfacePoint): SVGTemplateResult | typeof nothing {
    const { z } = this.full(at);
    const [low, high] = view.box.z;
    const drawn = Number.isFinite(z) ? Math.min(high, Math.max(low, z)) : (low + high) / 2;
    const [x = 0, y = 0] = this.shown.show(view.place(at.x, at.y, drawn));
    const send = (to: { x: number; y: number }): void =>
      this.send('pointmove', { x: tenth(to.x, view.box.x), y: tenth(to.y, view.box.y) });
    const onKey = (event: KeyboardEvent): void => {
      const step = arrowStep(event);
      if (!step) return;
      event.preventDefault();
      send({ x: at.x + step.x, y: at.y + step.y });
    };
    const follow = (to: DOMPoint): void => send(pick(view, height, [to.x, to.y], this.at ?? at));
    return svg`<g class="point" tabindex="0" role="slider" aria-label=${this.say('곡면 위의 점', 'Point on the surface')} aria-valuenow=${at.x}
      aria-valuetext=${`(${format(at.x)}, ${format(at.y)})`} transform="translate(${x} ${y})" @keydown=${onKey}
      @pointerdown=${(event: PointerEvent) => drag(event, follow)}>
      <circle class="reach" r="26"></circle><circle class="dot" r="9"></circle>
    </g>`;
  }
}

customElements.define('function-surface', FunctionSurface);
