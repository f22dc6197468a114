// The valley of h: how wrong a difference quotient is, for h from 1 down to 10⁻¹⁶, on logarithmic axes, over the floor
// that backpropagation stands on. The flag at h is dragged along the axis: sends `powermove` with the new log₁₀ h.

import { html, nothing, type PropertyDeclarations, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { type Valley, valleyOn } from '../lesson/differences.ts';
import { format } from '../numbers/format.ts';
import { pointText } from '../numbers/point-text.ts';
import type { Frame } from './axes.ts';
import { lines, type Place, type Places, placesOf } from './difference-valley/places.ts';
import type { PictureDoc } from './doc.ts';
import { drag, onArrows } from './drag.ts';
import { LiveElement } from './live-element.ts';
import { mathText } from './math-text.ts';

/** Down to here the forward quotient only improves. */
const turn = -8;

function tenTo(power: number): string {
  return power === 0 ? '1' : format(10 ** power).replace('1 × ', '');
}

/** log₁₀ of an error; one of exactly 0 has none and lies on the lower edge. */
function powerOf(error: number, { extent }: Frame): number {
  const lowest = extent.y[0];
  return error === 0 ? lowest : Math.max(lowest, Math.log10(error));
}

/** log₁₀ h on the grid of tenths. */
function snapped(power: number): number {
  return Math.round(Math.min(0, Math.max(-16, power)) * 10) / 10 + 0;
}

export class DifferenceValley extends LiveElement {
  static override properties: PropertyDeclarations = {
    x: { type: Number },
    power: { type: Number },
    seen: { type: Number },
    width: { type: Number },
    height: { type: Number },
  };

  declare x: number;
  /** log₁₀ h, from −16 to 0 in tenths. */
  declare power: number;
  /** 1 forward differences down to 10⁻⁸, 2 all of them, 3 central ones too, 4 with the floor. */
  declare seen: number;
  declare width: number;
  declare height: number;

  private drawn: { readonly valley: Valley; readonly width: number; readonly paths: readonly string[] } | undefined;

  constructor() {
    super();
    Object.assign(this, { x: 4, power: -4, seen: 4, width: 720, height: 500 });
  }

  override render(): TemplateResult {
    const places = placesOf(this.width, this.height);
    const { plot, narrow } = places;
    const valley = valleyOn(this.computing, this.x);
    const [near = '', far = '', central = ''] = this.paths(plot, valley);
    return html`<svg class="plot chain ${narrow ? 'narrow' : ''}" viewBox="0 0 ${plot.width} ${plot.height}" width=${plot.width} height=${plot.height}
      role="group" aria-label=${this.words(valley)} data-prevent-swipe>
      ${this.axes(places)}
      ${this.seen >= 3 ? svg`<path class="crosses" d=${central}></path>` : nothing}
      <path class="dots" d=${this.seen >= 2 ? near + far : near}></path>
      ${this.seen >= 4 ? this.floor(places, valley) : nothing}
      ${this.flag(plot, valley)}
      ${this.labels(places)}
    </svg>`;
  }

  private words({ forward, central, error, ulp }: Valley): string {
    const i = Math.round((this.power + 16) * 30);
    const parts = [
      `h = ${format(10 ** this.power)}`,
      `${this.say('전진 차분의 오차', 'error of the forward difference')} ${format(forward[i] ?? Number.NaN)}`,
      ...(this.seen >= 3
        ? [`${this.say('중심 차분의 오차', 'error of the central difference')} ${format(central[i] ?? Number.NaN)}`]
        : []),
      ...(this.seen >= 4
        ? [`${this.say('backpropagation의 오차', 'error of backpropagation')} ${format(error / ulp)} ulp`]
        : []),
    ];
    return `${this.say('h에 따른 미분의 오차, 로그 축.', 'Errors of derivatives against h, on logarithmic axes.')} ${parts.join(', ')}.`;
  }

  private axes({ plot, labelled, name }: Places): SVGTemplateResult {
    return svg`<g class="axes" aria-hidden="true">
      ${lines.map((power) => svg`<line x1=${plot.x(power)} x2=${plot.x(power)} y1=${plot.top} y2=${plot.bottom}></line>`)}
      ${labelled.map((power) => svg`<text x=${plot.x(power)} y=${plot.bottom + 29} text-anchor="middle">${tenTo(power)}</text>`)}
      ${lines.map(
        (power) => svg`<line x1=${plot.left} x2=${plot.right} y1=${plot.y(power)} y2=${plot.y(power)}></line>
        <text x=${plot.left - 8} y=${plot.y(power) + 7} text-anchor="end">${tenTo(power)}</text>`,
      )}
      <text class="name" x=${plot.x(name)} y=${plot.bottom + 29} text-anchor="middle">h</text>
      <text x=${plot.left - 8} y=${plot.y(-2) + 7} text-anchor="end">${this.say('오차', 'error')}</text>
    </g>`;
  }

  /** Forward down to the turn, forward below it, central: kept while h is dragged. */
  private paths(plot: Frame, valley: Valley): readonly string[] {
    if (this.drawn?.valley === valley && this.drawn.width === this.width) return this.drawn.paths;
    const place = (i: number, error: number): string | undefined => {
      const power = powerOf(error, plot);
      return Number.isFinite(power) ? `M${pointText(plot.x(valley.powers[i] ?? 0), plot.y(power))}` : undefined;
    };
    const series = (errors: readonly number[], shape: string, wanted: (power: number) => boolean): string =>
      errors
        .map((error, i) => (wanted(valley.powers[i] ?? 0) ? place(i, error) : undefined))
        .filter((found) => found !== undefined)
        .map((found) => found + shape)
        .join('');
    const paths = [
      series(valley.forward, 'h0', (power) => power >= turn),
      series(valley.forward, 'h0', (power) => power < turn),
      series(valley.central, 'm-3.5 0h7m-3.5 -3.5v7', () => true),
    ];
    this.drawn = { valley, width: this.width, paths };
    return paths;
  }

  private floor({ plot, narrow }: Places, { error, ulp }: Valley): SVGTemplateResult {
    const y = plot.y(powerOf(error, plot));
    const d = `M${plot.left} ${y}H${plot.right}`;
    const below = y + 28 <= plot.bottom;
    const size = `${format(error / ulp)} ulp`;
    const text = (words: string, at: number): SVGTemplateResult =>
      svg`<text class="value downstream halo thin" x=${plot.left + 8} y=${y + at} text-anchor="start">${words}</text>`;
    // Its name and its size do not fit into one narrow line.
    return svg`<g class="tangent"><path class="outer" d=${d}></path><path class="inner" d=${d}></path></g>
      ${narrow ? svg`${text('backpropagation:', below ? -12 : -36)}${text(size, below ? 26 : -12)}` : text(`backpropagation: ${size}`, below ? 26 : -12)}`;
  }

  private labels({ plot, narrow, forward, rounding, central }: Places): SVGTemplateResult {
    const at = ({ h, error, anchor }: Place, text: unknown, law: string, line = 0): SVGTemplateResult =>
      svg`<text class="halo thin law" x=${plot.x(h)} y=${plot.y(error) + line} text-anchor=${anchor}>${text} ∝ ${mathText(law)}</text>`;
    const name = this.say('반올림', 'rounding');
    return svg`${at(forward, this.say('전진', 'forward'), 'h')}
      ${this.seen >= 2 ? at(rounding, narrow ? nothing : name, '1/h', narrow ? 26 : 0) : nothing}
      ${this.seen >= 2 && narrow ? svg`<text class="halo thin law" x=${plot.x(rounding.h)} y=${plot.y(rounding.error)} text-anchor="middle">${name}</text>` : nothing}
      ${this.seen >= 3 ? at(central, this.say('중심', 'central'), 'h²') : nothing}`;
  }

  private flag(plot: Frame, valley: Valley): SVGTemplateResult {
    const x = plot.x(this.power);
    const i = Math.round((this.power + 16) * 30);
    const move = (power: number): void => this.send('powermove', snapped(power));
    const onKey = onArrows((step) => move(this.power + step.x + step.y));
    const mark = (error: number | undefined): SVGTemplateResult | typeof nothing =>
      error !== undefined && error > 0
        ? svg`<circle class="ring" cx=${x} cy=${plot.y(powerOf(error, plot))} r="7"></circle>`
        : nothing;
    return svg`<line class="flag" x1=${x} x2=${x} y1=${plot.top} y2=${plot.bottom}></line>
      ${this.seen >= 2 || this.power >= turn ? mark(valley.forward[i]) : nothing}${this.seen >= 3 ? mark(valley.central[i]) : nothing}
      <g class="point" tabindex="0" role="slider" aria-label="h" aria-valuemin="-16" aria-valuemax="0" aria-valuenow=${this.power}
        aria-valuetext="h = ${format(10 ** this.power)}" transform="translate(${x} ${plot.top})" @keydown=${onKey}
        @pointerdown=${(event: PointerEvent) => drag(event, (to) => move(plot.x.invert(to.x)))}>
        <circle class="reach" r="26"></circle><rect class="reach" x="-20" y="0" width="40" height=${plot.bottom - plot.top}></rect><circle class="dot" r="9"></circle></g>`;
  }
}

customElements.define('difference-valley', DifferenceValley);

export const doc: PictureDoc = {
  tag: 'difference-valley',
  about: {
    ko: '차분 몫의 오차를 h에 따라 로그 축에 그린다. 오른쪽은 절단 오차, 왼쪽은 반올림 오차, 바닥은 backpropagation이다.',
    en: 'The error of difference quotients against h on logarithmic axes: truncation, rounding, and the floor of backpropagation.',
  },
  attributes: [
    { name: 'x', type: 'number', default: '4', about: { ko: '미분하는 곳', en: 'where the derivative is taken' } },
    { name: 'power', type: 'number', default: '−4', about: { ko: 'h의 상용로그', en: 'log₁₀ of h' } },
    {
      name: 'seen',
      type: 'number',
      default: '4',
      about: { ko: '어디까지 보이는지: 1에서 4까지', en: 'how much is seen: 1 to 4' },
    },
    { name: 'width', type: 'number', default: '720', about: { ko: '너비', en: 'width in pixels' } },
    {
      name: 'height',
      type: 'number',
      default: '500',
      about: { ko: '높이. 너비가 560보다 작으면 쓰지 않는다', en: 'height in pixels, unless the width is below 560' },
    },
  ],
  events: [
    {
      name: 'powermove',
      detail: 'number',
      about: { ko: 'h를 끌었다: 새 log₁₀ h', en: 'h was dragged: the new log₁₀ h' },
    },
  ],
  example: '<difference-valley power="-4"></difference-valley>',
};
