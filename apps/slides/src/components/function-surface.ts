// A surface z = f(x, y): planes that cut it with their curves and tangents, a point on it, a path over it. A drag of the
// background turns it (`viewmove` { turn, tilt }), the point is dragged over it (`pointmove` { x, y }), the planes
// through it (`cutmove` { hold, at }).

import { html, nothing, type PropertyDeclarations, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { functionOn, lectureFormula } from '../lesson/two-variables.ts';
import { format } from '../numbers/format.ts';
import { drag, onArrows, pointerIn, tenth } from './drag.ts';
import { LiveElement } from './live-element.ts';
import { mathText } from './math-text.ts';
import { blocks } from './surface/blocks.ts';
import { type Cut, free, type Slope } from './surface/cut.ts';
import { handlePlace, isCrowded } from './surface/cut-handle.ts';
import { overSheet, sheet } from './surface/draw-cut.ts';
import { ground, gutterFor, type Names } from './surface/ground.ts';
import { type HeightAt, heightAt, heightWindow } from './surface/heights.ts';
import { patches } from './surface/patches.ts';
import { trail } from './surface/path.ts';
import { pick } from './surface/pick.ts';
import {
  type Box,
  type Interval,
  type Place,
  type Projection,
  projection,
  type Spot,
  turned,
  type View,
} from './surface/projection.ts';
import { Tween } from './tween.ts';

export { doc } from './surface/surface-doc.ts';

export interface CutMove {
  readonly hold: 'x' | 'y';
  readonly at: number;
}

/** The point on the surface; its height and slopes are computed from the formula where they aren't given. */
export interface SurfacePoint {
  readonly x: number;
  readonly y: number;
  readonly z?: number;
  readonly slope?: Slope;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** In a column of a phone there is no room for labels outside the drawing. */
const narrow = 400;

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
    this.mesh = 16;
  }

  /** The whole drawing; more than the surface where something stands beside or below it. */
  protected get drawingSize(): Size {
    return this.surfaceSize;
  }

  /** The part of it at the upper left that the surface has. */
  protected get surfaceSize(): Size {
    return { width: this.width, height: this.height };
  }

  override render(): TemplateResult {
    const { x, y } = this;
    const values = this.values ?? functionOn(this.computing, this.formula).grid(x, y, this.columns, this.rows);
    const box: Box = { x, y, z: this.z ?? heightWindow(values) };
    const { width, height: high } = this.surfaceSize;
    const view = projection(box, this.view, width, high, width < narrow ? Math.min(width / 3, gutterFor(box.z)) : 0);
    const height = heightAt({ columns: this.columns, rows: this.rows, values }, box);
    // Neither the surface nor its ground changes when only the point moves.
    const seen = [this.view, ...x, ...y, ...box.z, width, high];
    const planes = this.cuts.filter(({ curve }) => curve).flatMap(({ hold, at }) => [hold, at]);
    const drawing = this.drawingSize;
    return html`<svg class="plot surface" viewBox="0 0 ${drawing.width} ${drawing.height}" width=${drawing.width} height=${drawing.height}
      role="group" aria-label=${this.alternative()} data-prevent-swipe>
      ${this.turntable()}
      ${guard([...seen, ...this.names], () => ground(view, this.names))}
      <g class="body">${guard([...seen, values, this.mesh, ...planes], () => this.body(view, height))}</g>
      ${this.cuts.map((cut) => overSheet(view, height, cut, this.at && this.full(this.at)))}
      ${this.path.length > 1 ? trail(this.path, height, view) : nothing}
      ${this.cuts.map((cut, i) => (cut.handle ? this.handle(view, cut, i) : nothing))}
      ${this.at ? this.point(view, height, this.at) : nothing}
      ${this.beside(view, height)}
    </svg>`;
  }

  /** The surface in blocks between the planes that cut it, from far to near. */
  private body(view: Projection, height: HeightAt): SVGTemplateResult[] {
    return blocks(view, this.cuts, this.mesh).map((part) =>
      part.kind === 'sheet'
        ? sheet(view, height, part.cut, part.side)
        : svg`<g class=${part.open ? 'block open' : 'block'}>${patches(view, height, part.xs, part.ys).map(({ points, shade }) => svg`<polygon class=${`patch s${shade}`} points=${points}></polygon>`)}</g>`,
    );
  }

  /** What a picture made of this one draws beside it. */
  protected beside(_view: Projection, _height: HeightAt): unknown {
    return nothing;
  }

  protected alternative(): string {
    const { say, at } = this;
    const [x, y, z] = this.names;
    const found = at && this.full(at);
    const cuts = this.cuts.filter(({ curve }) => curve);
    return [
      say(`(${x}, ${y}) 평면 위의 곡면 ${z}.`, `The surface ${z} over the (${x}, ${y}) plane.`),
      ...(at && found
        ? [
            say(
              `점 (${format(at.x)}, ${format(at.y)})에서 ${z} = ${format(found.z)}.`,
              `At (${format(at.x)}, ${format(at.y)}), ${z} = ${format(found.z)}.`,
            ),
          ]
        : []),
      ...cuts.map((cut) => {
        const plane = `${cut.hold} = ${format(cut.at)}`;
        const slope = cut.tangent && found ? format(found.slope[free(cut)]) : undefined;
        if (slope === undefined) return say(`곡면을 자르는 평면: ${plane}.`, `The plane ${plane} cuts it in a curve.`);
        return say(
          `곡면을 자르는 평면: ${plane}. 그 곡선의 접선은 기울기가 ${slope}.`,
          `The plane ${plane} cuts it in a curve whose tangent has the slope ${slope}.`,
        );
      }),
    ].join(' ');
  }

  /** The point with its height and slopes; without a formula the height is read off the grid, and there are no slopes. */
  protected full(at: SurfacePoint): Spot & { readonly slope: Slope } {
    const { x, y } = at;
    if (at.z !== undefined && at.slope) return { x, y, z: at.z, slope: at.slope };
    if (this.values) {
      const { columns, rows, values } = this;
      const z = at.z ?? heightAt({ columns, rows, values }, { x: this.x, y: this.y })(x, y);
      return { x, y, z, slope: at.slope ?? { x: Number.NaN, y: Number.NaN } };
    }
    const { value, ...slope } = functionOn(this.computing, this.formula).slopes(at);
    return { x, y, z: at.z ?? value, slope: at.slope ?? slope };
  }

  /** The background: dragging it turns the surface. */
  private turntable(): SVGTemplateResult {
    const { view } = this;
    const { width, height } = this.surfaceSize;
    const send = (next: View): void => this.send('viewmove', next);
    const onKey = onArrows((step) => send(turned(view, step.x * 50, step.y * 50)));
    const onDrag = (event: PointerEvent): void => {
      const drawing = this.querySelector('svg');
      if (!drawing) return;
      const from = pointerIn(drawing, event);
      drag(event, (to) => send(turned(view, (to.x - from.x) * 0.5, (to.y - from.y) * 0.4)));
    };
    return svg`<rect class="turntable" width=${width} height=${height} tabindex="0" role="slider" aria-label=${this.say('보는 방향', 'Direction of view')}
      aria-valuemin="0" aria-valuemax="359" aria-valuenow=${view.turn} aria-valuetext=${`${view.turn}°, ${view.tilt}°`} @keydown=${onKey} @pointerdown=${onDrag}></rect>`;
  }

  private handle(view: Projection, cut: Cut, index: number): SVGTemplateResult {
    const { hold } = cut;
    // A whole equation stands for itself.
    const named = cut.handle?.includes('=');
    const side = view.box[hold];
    const place = (at: number): Place => handlePlace(view, { hold, at });
    const [x, y] = place(cut.at);
    const [one, other] = [place(side[0]), place(side[1])];
    const [dx, dy] = [other[0] - one[0], other[1] - one[1]];
    const send = (value: number): void => this.send('cutmove', { hold, at: tenth(value, side) } satisfies CutMove);
    const follow = (point: DOMPoint): void => {
      const part = ((point.x - one[0]) * dx + (point.y - one[1]) * dy) / (dx * dx + dy * dy || 1);
      send(side[0] + part * (side[1] - side[0]));
    };
    const onKey = onArrows((step) => send(cut.at + step.x + step.y));
    return svg`<g class="handle" tabindex="0" role="slider" aria-label=${`${this.say('평면', 'plane')} ${named ? cut.handle : `${hold} = ${cut.handle}`}`} aria-valuemin=${side[0]} aria-valuemax=${side[1]}
      aria-valuenow=${cut.at} aria-valuetext=${`${hold} = ${format(cut.at)}`} data-cut=${index} transform="translate(${x} ${y})" @keydown=${onKey}
      @pointerdown=${(event: PointerEvent) => drag(event, follow)}>
      <circle class="reach" r="26"></circle><circle class="ring" r="8"></circle><text class=${named ? 'caption' : 'name'} x="0" y=${isCrowded(view, this.cuts, index) ? 34 : -18} text-anchor="middle">${named ? mathText(cut.handle ?? '') : cut.handle}</text>
    </g>`;
  }

  private point(view: Projection, height: HeightAt, at: SurfacePoint): SVGTemplateResult | typeof nothing {
    const { z } = this.full(at);
    const [low, top] = view.box.z;
    const drawn = Number.isFinite(z) ? Math.min(top, Math.max(low, z)) : (low + top) / 2;
    // It glides in space, not on the page: turning the surface takes it along at once.
    const [east = 0, north = 0, high = 0] = this.shown.show([at.x, at.y, drawn]);
    const [x, y] = view.place(east, north, high);
    const send = (to: { x: number; y: number }): void =>
      this.send('pointmove', { x: tenth(to.x, view.box.x), y: tenth(to.y, view.box.y) });
    const onKey = onArrows((step) => send({ x: at.x + step.x, y: at.y + step.y }));
    const follow = (to: DOMPoint): void => send(pick(view, height, [to.x, to.y], this.at ?? at));
    return svg`<g class="point" tabindex="0" role="slider" aria-label=${this.say('곡면 위의 점', 'Point on the surface')} aria-valuenow=${at.x}
      aria-valuetext=${`(${format(at.x)}, ${format(at.y)})`} transform="translate(${x} ${y})" @keydown=${onKey}
      @pointerdown=${(event: PointerEvent) => drag(event, follow)}>
      <circle class="reach" r="26"></circle><circle class="dot" r="9"></circle>
    </g>`;
  }
}

customElements.define('function-surface', FunctionSurface);
