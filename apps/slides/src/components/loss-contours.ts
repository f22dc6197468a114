// The loss over the (a, b) plane: contours, gradient arrows, the path of a descent, and the arrow of the next step.
// A click or a drag chooses the start: sends `linemove` { a, b }.

import { html, nothing, type PropertyDeclarations, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { arrowPath, contourPaths } from '../lesson/contour.ts';
import type { Grid, Window } from '../lesson/grid.ts';
import type { Line } from '../lesson/points.ts';
import type { Field } from '../lesson/regression.ts';
import { format } from '../numbers/format.ts';
import { axes, clip, type Frame, frame, uniqueId } from './axes.ts';
import { arrowStep, drag, pointerIn, tenth } from './drag.ts';
import { LiveElement } from './live-element.ts';
import { Tween } from './tween.ts';

export class LossContours extends LiveElement {
  static override properties: PropertyDeclarations = {
    field: { attribute: false },
    grid: { attribute: false },
    window: { attribute: false },
    path: { attribute: false },
    from: { attribute: false },
    step: { attribute: false },
    arrows: { type: Boolean },
    hollow: { attribute: false },
    width: { type: Number },
    height: { type: Number },
  };

  declare field: Field;
  /** The grid of the field; may reach beyond the window so that contours run off its edges. */
  declare grid: Grid;
  declare window: Window;
  /** Lines visited, the current one last; empty before the start. */
  declare path: readonly Line[];
  /** Where the arrow starts; the current line by default. */
  declare from: Line | undefined;
  /** The move of a step, drawn as the downstream arrow. */
  declare step: Line | undefined;
  declare arrows: boolean;
  /** Whether the mark after step k + 1 is hollow; all are filled unless given. */
  declare hollow: readonly boolean[] | undefined;
  declare width: number;
  declare height: number;

  private readonly clipId: string = uniqueId('loss-contours');
  private readonly shown: Tween = new Tween(this);
  private ground:
    | { readonly field: Field; readonly width: number; readonly rings: string[]; readonly arrows: string }
    | undefined;

  private plot(): Frame {
    return frame(this.width, this.height, { x: this.window.a, y: this.window.b });
  }

  override render(): TemplateResult {
    const plot = this.plot();
    const ground = this.paths(plot);
    const whole = ([from, to]: readonly [number, number]): number[] =>
      [-3, -2, -1, 0, 1, 2, 3].filter((value) => value > from && value < to);
    return html`<svg class="plot" viewBox="0 0 ${plot.width} ${plot.height}" width=${plot.width} height=${plot.height}
      role="group" aria-label="loss의 등고선" data-prevent-swipe>
      <defs>${clip(this.clipId, plot)}</defs>
      <g class="ground" clip-path="url(#${this.clipId})" @pointerdown=${(event: PointerEvent) => this.choose(event, plot)}>
        <rect class="paper" x=${plot.left} y=${plot.top} width=${plot.right - plot.left} height=${plot.bottom - plot.top}></rect>
        ${ground.rings.map((ring) => svg`<path class="ring" d=${ring}></path>`)}
        ${this.arrows ? svg`<path class="field" d=${ground.arrows}></path>` : nothing}
      </g>
      ${axes(plot, { x: whole(this.window.a), y: whole(this.window.b), names: ['a', 'b'] })}
      ${this.path.length ? this.walk(plot) : nothing}
    </svg>`;
  }

  private paths(plot: Frame): { readonly rings: string[]; readonly arrows: string } {
    if (this.ground?.field === this.field && this.ground.width === this.width) return this.ground;
    const { grid } = this;
    const at = (values: Float64Array, position: number, stride: number): number => {
      const first = values[0] ?? 0;
      return first + position * ((values[stride] ?? 0) - first);
    };
    const project = (column: number, row: number): readonly [number, number] => [
      plot.x(at(grid.a, column, 1)),
      plot.y(at(grid.b, row, grid.columns)),
    ];
    this.ground = {
      field: this.field,
      width: this.width,
      rings: contourPaths(this.field, grid, 14, project),
      arrows: arrowPath(this.field, grid, 6, project),
    };
    return this.ground;
  }

  /** Coordinates far outside would be drawn wrongly; the direction stays right. */
  private place(plot: Frame, { a, b }: Line): readonly [number, number] {
    const limit = (value: number): number => Math.max(-1e5, Math.min(1e5, value));
    return [limit(plot.x(a)), limit(plot.y(b))];
  }

  private walk(plot: Frame): SVGTemplateResult {
    const places = this.path.map((line) => this.place(plot, line));
    const last = places.at(-1) ?? [0, 0];
    const current = this.path.at(-1) ?? { a: 0, b: 0 };
    const [x = 0, y = 0] = this.shown.show(last);
    const trail = [...places.slice(0, -1), [x, y]];
    const onKey = (event: KeyboardEvent): void => {
      const step = arrowStep(event);
      if (!step) return;
      event.preventDefault();
      this.start(current.a + step.x, current.b + step.y);
    };
    return svg`<g class="walk" clip-path="url(#${this.clipId})">
      ${this.step ? this.arrow(plot, this.from ?? current, this.step, this.from ? this.place(plot, this.from) : [x, y], this.from ? [x, y] : [-99, -99]) : nothing}
      <polyline points=${trail.map((point) => point.join(',')).join(' ')}></polyline>
      ${places.slice(0, -1).map(([px, py], i) => svg`<circle class=${i === 0 ? 'first' : this.hollow?.[i - 1] ? 'hollow' : 'visited'} cx=${px} cy=${py} r=${i === 0 ? 7 : 4.5}></circle>`)}
      <circle class="here" cx=${x} cy=${y} r="9" tabindex="0" role="slider" aria-label="현재의 (a, b)" aria-valuenow=${current.a}
        aria-valuetext=${`(${format(current.a)}, ${format(current.b)})`} @keydown=${onKey}
        @pointerdown=${(event: PointerEvent) => drag(event, (at) => this.start(plot.x.invert(at.x), plot.y.invert(at.y)))}></circle>
    </g>`;
  }

  /** Downstream: a double line to where the step leads, short of the current point where that stands there already. */
  private arrow(
    plot: Frame,
    from: Line,
    step: Line,
    [x, y]: readonly [number, number],
    here: readonly [number, number],
  ): SVGTemplateResult | typeof nothing {
    const [tipX, tipY] = this.place(plot, { a: from.a + step.a, b: from.b + step.b });
    const [startX, startY] = this.place(plot, from);
    const angle = Math.atan2(tipY - startY, tipX - startX);
    const covered = Math.hypot(tipX - here[0], tipY - here[1]) < 14;
    const length = Math.hypot(tipX - startX, tipY - startY) - (covered ? 13 : 0);
    if (!(length > 14)) return nothing;
    const along = (distance: number, turn = 0): readonly [number, number] => [
      distance * Math.cos(angle + turn),
      distance * Math.sin(angle + turn),
    ];
    const at = ([dx, dy]: readonly [number, number], [wx, wy]: readonly [number, number] = [0, 0]): string =>
      `${x + dx - wx} ${y + dy - wy}`;
    const shaft = `M${x} ${y}L${at(along(length - 4))}`;
    const head = `M${at(along(length), along(16, 0.45))}L${at(along(length))}L${at(along(length), along(16, -0.45))}`;
    return svg`<g class="downstream-arrow"><path class="outer" d=${shaft}></path><path class="inner" d=${shaft}></path>
      <path class="head" d=${head}></path></g>`;
  }

  private start(a: number, b: number): void {
    this.send('linemove', { a: tenth(a, this.window.a), b: tenth(b, this.window.b) });
  }

  private choose(event: PointerEvent, plot: Frame): void {
    const svgElement = this.querySelector('svg');
    if (!svgElement || event.button !== 0) return;
    const at = pointerIn(svgElement, event);
    this.start(plot.x.invert(at.x), plot.y.invert(at.y));
    drag(event, (next) => this.start(plot.x.invert(next.x), plot.y.invert(next.y)));
  }
}

customElements.define('loss-contours', LossContours);
