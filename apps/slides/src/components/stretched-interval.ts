// The interval from x to x + dx on three number lines of one scale: f stretches it, then g. Beside them the lengths as
// seen under a microscope that always shows dx at the same size; as dx shrinks they settle into the frames of the slopes.
// Dragging the left end sends `xmove`, dragging the flag at the right end sends `dxmove`.

import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { type Composition, compositionOn, type Link, lectureTexts, type Stretch } from '../lesson/composition.ts';
import { format } from '../numbers/format.ts';
import { uniqueId } from './axes.ts';
import type { PictureDoc } from './doc.ts';
import { drag, tenth } from './drag.ts';
import { microscope } from './microscope.ts';
import { NudgedComposition, typedAttributes } from './nudged-composition.ts';
import { at, type Lines, numberLines, window } from './number-lines.ts';
import { type StretchedLayout, stretchedLayout } from './stretched-interval/layout.ts';

/** Widest interval, and the step of its width. */
const greatest = 3;
const grain = 0.05;

/** A width other than 0. */
function width(value: number): number {
  const size = Math.min(greatest, Math.max(grain, Math.round(Math.abs(value) / grain) * grain));
  return Number((value < 0 ? -size : size).toFixed(2));
}

export class StretchedInterval extends NudgedComposition {
  private readonly clipId: string = uniqueId('stretched-interval');
  private drawn: { readonly composition: Composition; readonly threads: Lines['threads'] } | undefined;

  constructor() {
    super();
    Object.assign(this, { ...lectureTexts, x: 1, dx: 1.5, seen: 4, width: 1168 });
  }

  override render(): TemplateResult {
    const layout = stretchedLayout(this.width);
    const { height, narrow, lens } = layout;
    const composition = compositionOn(this.computing, this);
    const link = composition.at(this.x);
    const stretch = composition.stretch(this.x, this.dx);
    const [x = 0, dx = 0, y = 0, nextY = 0, z = 0, nextZ = 0, byF = 0, whole = 0] = this.shown.show([
      this.x,
      this.dx,
      link.y,
      stretch.nextY,
      link.z,
      stretch.nextZ,
      stretch.byF,
      stretch.whole,
    ]);
    const lines: Lines = {
      intervals: [
        [x, x + dx],
        [y, nextY],
        [z, nextZ],
      ],
      seen: this.seen,
      threads: this.threads(composition),
      clipId: this.clipId,
      place: layout.lines,
    };
    return html`<svg class="plot chain ${narrow ? 'narrow' : ''}" viewBox="0 0 ${this.width} ${height}" width=${this.width} height=${height} role="group" aria-label=${this.words(link, stretch)} data-prevent-swipe>
      ${numberLines(lines)}
      ${microscope({ link, stretch, dx: this.dx, shown: [byF, whole], seen: this.seen, caption: this.say('Δx를 늘 같은 크기로', 'Δx always this long'), lens })}
      ${this.handles(layout, x, dx)}
    </svg>`;
  }

  /** Kept while the same composition is dragged about. */
  private threads(composition: Composition): Lines['threads'] {
    if (this.drawn?.composition === composition) return this.drawn.threads;
    const { y, z } = composition.along(grid);
    const threads = grid.map((x, i) => [x, y[i] ?? Number.NaN, z[i] ?? Number.NaN]);
    this.drawn = { composition, threads };
    return threads;
  }

  private words({ dydx, dzdx }: Link, { dy, dz, byF, byG, whole }: Stretch): string {
    const parts = [
      `x = ${format(this.x)}, Δx = ${format(this.dx)}`,
      `Δy = ${format(dy)}, Δy/Δx = ${format(byF)}`,
      `Δz = ${format(dz)}, Δz/Δy = ${format(byG)}, Δz/Δx = ${format(whole)}`,
      `dy/dx = ${format(dydx)}, dz/dx = ${format(dzdx)}`,
    ];
    return `${this.say('늘어나는 구간', 'The stretching interval')}: ${parts.slice(0, this.seen).join('; ')}.`;
  }

  private handles({ lines }: StretchedLayout, x: number, dx: number): SVGTemplateResult {
    const line = window(lines, 0, 0);
    const [from, to] = [at(line, x), at(line, x + dx)];
    const [row] = lines.rows;
    const moveX = (value: number): void => this.send('xmove', tenth(value, line.range));
    const moveDx = (value: number): void => this.send('dxmove', width(value));
    return svg`${this.handle({
      name: 'x',
      value: this.x,
      at: [from, row],
      shape: svg`<circle class="reach" r="24"></circle><circle class="dot" r="9"></circle>`,
      step: 0.1,
      move: moveX,
      onDown: (event) => drag(event, (place) => moveX(line.range[0] + (place.x - line.left) / line.unit)),
    })}${this.handle({
      name: 'Δx',
      value: this.dx,
      at: [to, row],
      shape: svg`<line class="flag" y1="0" y2="-32"></line><circle class="reach" cy="-40" r="24"></circle><circle class="ring" cy="-40" r="8"></circle>`,
      step: 0.05,
      move: moveDx,
      onDown: (event) => drag(event, (place) => moveDx((place.x - from) / line.unit)),
    })}`;
  }
}

/** Every half unit of x, to show where f and g take the line. */
const grid: readonly number[] = Array.from({ length: 19 }, (_, i) => -2.5 + i / 2);

customElements.define('stretched-interval', StretchedInterval);

export const doc: PictureDoc = {
  tag: 'stretched-interval',
  about: {
    ko: '구간 Δx가 f와 g를 차례로 지나며 몇 배로 늘어나는지, 축척이 같은 세 수직선과 현미경으로 보인다.',
    en: 'The interval Δx is stretched by f, then by g: three number lines of one scale, and a microscope.',
  },
  attributes: [
    ...typedAttributes('x/3 + 2/3', 'log(y)'),
    { name: 'x', type: 'number', default: '1', about: { ko: '구간의 왼쪽 끝', en: 'the interval’s left end' } },
    { name: 'dx', type: 'number', default: '1.5', about: { ko: '구간의 길이', en: 'its length' } },
    {
      name: 'seen',
      type: 'number',
      default: '4',
      about: { ko: '어디까지 보이는지: 1에서 4까지', en: 'how much is seen: 1 to 4' },
    },
    {
      name: 'width',
      type: 'number',
      default: '1168',
      about: {
        ko: '너비(px), 288부터. 900보다 좁으면 현미경이 수직선 아래에 놓이고, 높이는 그림이 정한다.',
        en: 'Width in px, from 288. Below 900 the microscope stands below the lines; the height is what they need.',
      },
    },
  ],
  events: [
    { name: 'xmove', detail: 'number', about: { ko: '왼쪽 끝을 끌었다', en: 'the left end was dragged' } },
    { name: 'dxmove', detail: 'number', about: { ko: '오른쪽 끝을 끌었다', en: 'the right end was dragged' } },
  ],
  example: '<stretched-interval x="1" dx="1.5"></stretched-interval>',
};
