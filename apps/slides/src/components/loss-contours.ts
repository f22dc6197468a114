// The loss over the (a, b) plane: contours, gradient arrows, the path of a descent, and the arrow of the next step.
// A click or a drag chooses the start: sends `linemove` { a, b }. A field that it isn't given it computes over `points`.

import { scaleLinear } from 'd3-scale';
import { html, nothing, type PropertyDeclarations, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { counted } from '../language/language.ts';
import { arrowPath, contourPaths } from '../lesson/contour.ts';
import { type Grid, grid, type Window } from '../lesson/grid.ts';
import { type Line, lecturePoints, type Points } from '../lesson/points.ts';
import { type Field, regressionOn } from '../lesson/regression.ts';
import { snap, stepIn, windowOf } from '../lesson/scales.ts';
import { format } from '../numbers/format.ts';
import { axes, clip, type Frame, frame, gutterFor, uniqueId } from './axes.ts';
import type { PictureDoc } from './doc.ts';
import { drag, onArrows, pointerIn } from './drag.ts';
import { LiveElement } from './live-element.ts';
import { Tween } from './tween.ts';

export class LossContours extends LiveElement {
  static override properties: PropertyDeclarations = {
    field: { attribute: false },
    grid: { attribute: false },
    points: { type: Object },
    window: { type: Object },
    path: { type: Array },
    from: { type: Object },
    step: { type: Object },
    arrows: { type: Boolean },
    still: { type: Boolean },
    hollow: { type: Array },
    width: { type: Number },
    height: { type: Number },
  };

  /** The loss and its gradient on the grid; computed over `points` unless given, together with the grid. */
  declare field: Field | undefined;
  /** The grid of the field; may reach beyond the window so that contours run off its edges. */
  declare grid: Grid | undefined;
  /** The data whose loss it is, where no field is given. */
  declare points: Points;
  /** The part of the plane that is shown; around the minimum unless given. */
  declare window: Window | undefined;
  /** Lines visited, the current one last; empty before the start. */
  declare path: readonly Line[];
  /** Where the arrow starts; the current line by default. */
  declare from: Line | undefined;
  /** The move of a step, drawn as the downstream arrow. */
  declare step: Line | undefined;
  declare arrows: boolean;
  /** Whether it only shows: nothing in it can be moved. */
  declare still: boolean;
  /** Whether the mark after step k + 1 is hollow; all are filled unless given. */
  declare hollow: readonly boolean[] | undefined;
  declare width: number;
  declare height: number;

  private readonly clipId: string = uniqueId('loss-contours');
  private readonly shown: Tween = new Tween(this);
  private ground:
    | { readonly field: Field; readonly width: number; readonly rings: string[]; readonly arrows: string }
    | undefined;
  private own:
    | { readonly key: readonly unknown[]; readonly window: Window; readonly grid: Grid; readonly field: Field }
    | undefined;

  constructor() {
    super();
    this.points = lecturePoints;
    this.path = [];
    this.arrows = false;
    this.still = false;
    this.width = 560;
    this.height = 500;
  }

  /** The field of the given points, kept until they change. */
  private computed(): { readonly window: Window; readonly grid: Grid; readonly field: Field } {
    const { computing, points } = this;
    const key = [computing, points, this.window];
    if (this.own && key.every((part, i) => part === this.own?.key[i])) return this.own;
    const window = this.window ?? windowOf(computing, points);
    const all = grid(window, 61, 53);
    this.own = { key, window, grid: all, field: regressionOn(computing).field(all.a, all.b, points) };
    return this.own;
  }

  private get shownWindow(): Window {
    return this.window ?? this.computed().window;
  }

  private plot(): Frame {
    const { a, b } = this.shownWindow;
    return frame(this.width, this.height, { x: a, y: b }, gutterFor(scaleLinear([...b], [0, 1]).ticks(4)));
  }

  private words(): string {
    const [first, last] = [this.path[0], this.path.at(-1)];
    const steps = this.path.length - 1;
    const place = ({ a, b }: Line): string => `(${format(a)}, ${format(b)})`;
    const name = this.say('(a, b) 평면에 그린 loss의 등고선.', 'Contours of the loss over the (a, b) plane.');
    const arrows = this.arrows
      ? this.say(' 화살표들은 loss가 줄어드는 쪽을 가리킨다.', ' Arrows show which way the loss falls.')
      : '';
    if (!first || !last) return name + arrows;
    const begin = place(this.from ?? first);
    const way =
      steps === 0
        ? this.say(` 점은 ${begin}에 있다.`, ` The point is at ${begin}.`)
        : this.from
          ? this.say(
              ` 점이 ${begin}에서 ${place(last)}로 옮겨 갔다.`,
              ` The point has moved from ${begin} to ${place(last)}.`,
            )
          : this.say(
              ` ${begin}에서 출발해 ${steps} step 뒤 ${place(last)}에 있다.`,
              ` A path from ${begin} is at ${place(last)} after ${counted(steps, 'step')}.`,
            );
    return name + arrows + way;
  }

  override render(): TemplateResult {
    const plot = this.plot();
    const ground = this.paths(plot);
    const inside = (values: number[], [from, to]: readonly [number, number]): number[] =>
      values.filter((value) => value > from && value < to);
    return html`<svg class="plot" viewBox="0 0 ${plot.width} ${plot.height}" width=${plot.width} height=${plot.height}
      role=${this.still ? 'img' : 'group'} aria-label=${this.words()} data-prevent-swipe>
      <defs>${clip(this.clipId, plot)}</defs>
      <g class=${this.still ? 'still' : 'ground'} clip-path="url(#${this.clipId})" @pointerdown=${(event: PointerEvent) => this.choose(event, plot)}>
        <rect class="paper" x=${plot.left} y=${plot.top} width=${plot.right - plot.left} height=${plot.bottom - plot.top}></rect>
        ${ground.rings.map((ring) => svg`<path class="ring" d=${ring}></path>`)}
        ${this.arrows ? svg`<path class="field" d=${ground.arrows}></path>` : nothing}
      </g>
      ${axes(plot, { x: inside(plot.x.ticks(4), plot.extent.x), y: inside(plot.y.ticks(4), plot.extent.y), names: ['a', 'b'] })}
      ${this.path.length ? this.walk(plot) : nothing}
    </svg>`;
  }

  private paths(plot: Frame): { readonly rings: string[]; readonly arrows: string } {
    const { field, grid } = this.field && this.grid ? { field: this.field, grid: this.grid } : this.computed();
    if (this.ground?.field === field && this.ground.width === this.width) return this.ground;
    const origin = [plot.x(grid.a[0] ?? 0), plot.y(grid.b[0] ?? 0)] as const;
    const cell = [plot.x(grid.a[1] ?? 0) - origin[0], plot.y(grid.b[grid.columns] ?? 0) - origin[1]] as const;
    const project = (column: number, row: number): readonly [number, number] => [
      origin[0] + column * cell[0],
      origin[1] + row * cell[1],
    ];
    this.ground = {
      field,
      width: this.width,
      rings: contourPaths(field, grid, 14, project),
      arrows: arrowPath(field, grid, 6, project),
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
    const onKey = onArrows((step) => {
      const { a, b } = this.shownWindow;
      this.start(current.a + step.x * 10 * stepIn(a), current.b + step.y * 10 * stepIn(b));
    });
    const onDown = (event: PointerEvent): void =>
      drag(event, (at) => this.start(plot.x.invert(at.x), plot.y.invert(at.y)));
    return svg`<g class="walk" clip-path="url(#${this.clipId})">
      ${this.step ? this.arrow(plot, this.from ?? current, this.step, this.from ? this.place(plot, this.from) : [x, y], this.from ? [x, y] : [-99, -99]) : nothing}
      <polyline points=${trail.map((point) => point.join(',')).join(' ')}></polyline>
      ${places.slice(0, -1).map(([px, py], i) => svg`<circle class=${i === 0 ? 'first' : this.hollow?.[i - 1] ? 'hollow' : 'visited'} cx=${px} cy=${py} r=${i === 0 ? 7 : 4.5}></circle>`)}
      ${
        this.still
          ? svg`<circle class="visited" cx=${x} cy=${y} r="9"></circle>`
          : svg`<circle class="reach" cx=${x} cy=${y} r="26" @pointerdown=${onDown}></circle>
        <circle class="here" cx=${x} cy=${y} r="9" tabindex="0" role="slider" aria-label=${this.say('현재의 (a, b)', 'the current (a, b)')} aria-valuenow=${current.a}
        aria-valuetext=${`(${format(current.a)}, ${format(current.b)})`} @keydown=${onKey}
        @pointerdown=${onDown}></circle>`
      }
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
    const { shownWindow: window } = this;
    const within = (value: number, [from, to]: readonly [number, number]): number =>
      snap(Math.min(to, Math.max(from, value)), stepIn([from, to]));
    this.send('linemove', { a: within(a, window.a), b: within(b, window.b) });
  }

  private choose(event: PointerEvent, plot: Frame): void {
    const svgElement = this.querySelector('svg');
    if (!svgElement || this.still || event.button !== 0) return;
    const at = pointerIn(svgElement, event);
    this.start(plot.x.invert(at.x), plot.y.invert(at.y));
    drag(event, (next) => this.start(plot.x.invert(next.x), plot.y.invert(next.y)));
  }
}

const line = 'JSON: { a, b }';

export const doc: PictureDoc = {
  tag: 'loss-contours',
  about: {
    ko: '(a, b) 평면 위의 loss 등고선과 descent의 경로. 누르거나 끌어 시작점을 고른다.',
    en: 'Contours of the loss over the (a, b) plane with the path of a descent. Press or drag to choose the start.',
  },
  attributes: [
    {
      name: 'points',
      type: 'JSON: { x: number[], y: number[] }',
      default: '{"x":[-2,0,1],"y":[-1,1,2]}',
      about: {
        ko: '데이터. field를 주지 않으면 이것의 loss를 계산한다.',
        en: 'The data whose loss is computed where no field is given.',
      },
    },
    {
      name: 'window',
      type: 'JSON: { a: [from, to], b: [from, to] }',
      default: '—',
      about: { ko: '보이는 범위. 없으면 최솟값을 둘러싼다.', en: 'What is shown; around the minimum unless given.' },
    },
    {
      name: 'path',
      type: `JSON: { a, b }[]`,
      default: '[]',
      about: { ko: '지나온 직선들. 마지막이 현재이다.', en: 'The lines visited, the current one last.' },
    },
    { name: 'step', type: line, default: '—', about: { ko: '다음 step의 화살표.', en: 'The arrow of the next step.' } },
    {
      name: 'from',
      type: line,
      default: '—',
      about: { ko: '화살표의 시작. 없으면 현재의 점.', en: 'Where the arrow starts; the current point unless given.' },
    },
    {
      name: 'arrows',
      type: 'boolean',
      default: 'false',
      about: { ko: '−∇L 방향의 작은 화살표.', en: 'Small arrows along −∇L.' },
    },
    {
      name: 'hollow',
      type: 'JSON: boolean[]',
      default: '[]',
      about: { ko: 'k번째 step의 자국을 비울지.', en: 'Whether the mark after step k + 1 is hollow.' },
    },
    {
      name: 'still',
      type: 'boolean',
      default: 'false',
      about: { ko: '보이기만 하고 움직일 수 없다.', en: 'It only shows: nothing can be moved.' },
    },
    { name: 'width', type: 'number', default: '560', about: { ko: '너비(px).', en: 'Width in px.' } },
    { name: 'height', type: 'number', default: '500', about: { ko: '높이(px).', en: 'Height in px.' } },
  ],
  events: [{ name: 'linemove', detail: '{ a, b }', about: { ko: '시작점을 골랐다.', en: 'A start was chosen.' } }],
  example: `<loss-contours points='{"x":[-2,0,1],"y":[-1,1,2]}' path='[{"a":2,"b":1},{"a":1,"b":1.2}]' arrows></loss-contours>`,
};

customElements.define('loss-contours', LossContours);
