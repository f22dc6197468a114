// Every path through a chain that doubles at each node, as a small drawing of its own: above is the first use, below the
// second. Paths light up one after another. Sends `pathselect`, a path's place, when one is pressed, dragged to, or
// reached with the arrow keys.

import { html, nothing, type PropertyDeclarations, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { pointText } from '../numbers/point-text.ts';
import type { PictureDoc } from './doc.ts';
import { drag, pointerIn } from './drag.ts';
import { LiveElement } from './live-element.ts';

/** So many tiles stand side by side, and so many have a text. */
const most = 8;

/** In a narrow picture tiles with a text need two rows. */
function columnsOf(count: number, width: number): number {
  return Math.min(most, width < 520 && count <= 2 * most ? Math.max(2, Math.min(4, count / 2)) : count);
}

export class PathTiles extends LiveElement {
  static override properties: PropertyDeclarations = {
    depth: { type: Number },
    seen: { type: Number },
    current: { type: Number },
    labels: { type: Array },
    width: { type: Number },
    height: { type: Number },
  };

  /** How often the chain doubles: there are 2 to this power paths. */
  declare depth: number | undefined;
  /** How many paths have lit up. */
  declare seen: number | undefined;
  /** The path that stands out, from 0; none where it is missing. */
  declare current: number | undefined;
  /** A text for each path, below it where there is room. */
  declare labels: readonly string[] | undefined;
  declare width: number | undefined;
  declare height: number | undefined;

  override render(): TemplateResult {
    const { depth = 2, current = -1, labels = [], width = 560, height = 180 } = this;
    const count = 2 ** depth;
    const seen = Math.min(count, this.seen ?? count);
    const columns = columnsOf(count, width);
    const rows = Math.ceil(count / columns);
    const named = count <= most && labels.length > 0;
    const cell = { width: width / columns, height: Math.min(named ? 96 : 64, height / rows) };
    const above = (height - rows * cell.height) / 2;
    const placeOf = ({ x, y }: DOMPoint): number => {
      const column = Math.min(columns - 1, Math.max(0, Math.floor(x / cell.width)));
      const row = Math.min(rows - 1, Math.max(0, Math.floor((y - above) / cell.height)));
      return row * columns + column;
    };
    const select = (place: number): void => this.send('pathselect', Math.min(count - 1, Math.max(0, place)));
    const onDown = (event: PointerEvent): void => {
      const svg = event.currentTarget;
      if (!(svg instanceof SVGSVGElement)) return;
      select(placeOf(pointerIn(svg, event)));
      drag(event, (at) => select(placeOf(at)));
    };
    const onKey = (event: KeyboardEvent): void => {
      const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[event.code];
      if (!step) return;
      event.preventDefault();
      event.stopPropagation();
      select(current + step);
    };
    const spoken = this.say(
      `경로 ${count}개 가운데 ${seen}개${current >= 0 ? `, 지금 ${current + 1}번째` : ''}`,
      `${seen} of ${count} paths${current >= 0 ? `, now number ${current + 1}` : ''}`,
    );
    return html`<svg class="plot path-tiles" viewBox="0 0 ${width} ${height}" width=${width} height=${height} tabindex="0" role="slider"
      aria-label=${this.say('경로', 'path')} aria-valuemin="0" aria-valuemax=${count} aria-valuenow=${current + 1} aria-valuetext=${spoken} data-prevent-swipe
      @pointerdown=${onDown} @keydown=${onKey}>
      <rect class="reach" width=${width} height=${height}></rect>
      <g transform="translate(0 ${above})">${Array.from({ length: count }, (_, place) => this.tile(place, depth, cell, columns, place < seen, place === current, named ? labels[place] : undefined))}</g>
    </svg>`;
  }

  private tile(
    place: number,
    depth: number,
    { width, height }: { readonly width: number; readonly height: number },
    columns: number,
    lit: boolean,
    current: boolean,
    label: string | undefined,
  ): SVGTemplateResult {
    const [left, top] = [(place % columns) * width, Math.floor(place / columns) * height];
    const long = Math.min(width - 10, 96);
    const step = long / depth;
    const room = label === undefined ? height : height - 34;
    const rise = Math.min(step * 0.55, (room - 4) * 0.8);
    const start = left + (width - long) / 2;
    const middle = top + room / 2;
    // The first use of each value runs above, the second below.
    const ups = Array.from({ length: depth }, (_, i) => ((place >> (depth - 1 - i)) & 1 ? 1 : -1));
    const arcs = (side: (up: number) => number): string =>
      `M${pointText(start, middle)}${ups.map((up) => `q${pointText(step / 2, side(up) * rise)} ${step.toFixed(1)} 0`).join('')}`;
    return svg`<g class=${classMap({ tile: true, lit, current })}>
      <path class="other" d=${arcs((up) => -up)}></path><path class="taken" d=${arcs((up) => up)}></path>
      ${label === undefined ? nothing : svg`<text x=${left + width / 2} y=${top + height - 8} text-anchor="middle">${lit ? label : '?'}</text>`}</g>`;
  }
}

customElements.define('path-tiles', PathTiles);

export const doc: PictureDoc = {
  tag: 'path-tiles',
  about: {
    ko: 'b = a + a; c = b + b; …의 모든 경로를 하나씩 작게 그린다.',
    en: 'Every path through b = a + a; c = b + b; … as a small drawing of its own.',
  },
  attributes: [
    {
      name: 'depth',
      type: 'number: 1 … 6',
      default: '2',
      about: {
        ko: '두 번씩 쓰이는 횟수. 경로는 2의 depth제곱 개다.',
        en: 'How often a value is used twice: 2 to this power paths.',
      },
    },
    {
      name: 'seen',
      type: 'number',
      default: 'all',
      about: { ko: '켜진 경로의 수.', en: 'How many paths have lit up.' },
    },
    {
      name: 'current',
      type: 'number, from 0',
      default: '−1',
      about: { ko: '강조할 경로. −1이면 없다.', en: 'The path that stands out; none for −1.' },
    },
    {
      name: 'labels',
      type: 'JSON: ["1 × 1", …]',
      default: '[]',
      about: { ko: '경로마다 아래에 적을 글(8개까지).', en: 'A text below each path, of up to 8.' },
    },
    {
      name: 'width',
      type: 'number',
      default: '560',
      about: { ko: '너비. 520보다 좁으면 줄을 나눈다.', en: 'Width; below 520 the paths stand in more rows.' },
    },
    { name: 'height', type: 'number', default: '180', about: { ko: '높이.', en: 'Height.' } },
  ],
  events: [
    { name: 'pathselect', detail: 'number', about: { ko: '경로를 골랐다(0부터).', en: 'A path was chosen, from 0.' } },
  ],
  example: '<path-tiles depth="3" seen="5" current="4" width="560" height="120"></path-tiles>',
};
