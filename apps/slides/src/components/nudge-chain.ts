// A small nudge on its way through a composition: dx goes into f, dy = f′(x) dx comes out and goes into g, dz = g′(y) dy
// comes out. All three arrows have one scale. Dragging x sends `xmove`, dragging the tip of dx sends `dxmove`.

import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { compositionOn, type Link } from '../lesson/composition.ts';
import { format } from '../numbers/format.ts';
import type { PictureDoc } from './doc.ts';
import { drag } from './drag.ts';
import { mathText } from './math-text.ts';
import { type ChainLayout, chainLayout, type MachinePlace, type ValuePlace } from './nudge-chain/layout.ts';
import { NudgedComposition, typedAttributes } from './nudged-composition.ts';

const greatest = 0.5;

function rounded(value: number, step: number, most: number): number {
  return Number((Math.round(Math.min(most, Math.max(-most, value)) / step) * step).toFixed(2)) + 0;
}

export class NudgeChain extends NudgedComposition {
  constructor() {
    super();
    Object.assign(this, { f: 'x^2', g: 'sin(y)', x: 1, dx: 0.3, seen: 4, width: 1168 });
  }

  /** Stage pixels of a unit, the same whatever dx is, so that its tip can be dragged. */
  private scale({ dydx, dzdx }: Link, { longest }: ChainLayout): number {
    const factors = [dydx, dzdx].filter(Number.isFinite).map(Math.abs);
    return longest / (greatest * Math.max(1, ...factors));
  }

  override render(): TemplateResult {
    const layout = chainLayout(this.width);
    const { height, narrow, values, machines } = layout;
    const composition = compositionOn(this.computing, this);
    const link = composition.at(this.x);
    const { dy, dz } = composition.push(this.x, this.dx);
    const unit = this.scale(link, layout);
    const [shownX = 0, shownY = 0, shownZ = 0] = this.shown.show([this.dx, dy, dz].map((length) => length * unit));
    return html`<svg class="plot chain ${narrow ? 'narrow' : ''}" viewBox="0 0 ${this.width} ${height}" width=${this.width} height=${height} role="group" aria-label=${this.words(link, dy, dz)} data-prevent-swipe>
      ${layout.wires.map((wire) => svg`<path class="wire" d=${wire}></path>`)}
      ${this.box('f', layout)}${this.box('g', layout)}
      ${this.value(values.x, 'x', this.x)}${this.value(values.y, 'y = f(x)', link.y)}${this.value(values.z, 'z = g(y)', link.z)}
      ${this.nudge(values.x, layout.rail, 'dx', this.dx, shownX, this.seen >= 1)}
      ${this.nudge(values.y, layout.rail, 'dy', dy, shownY, this.seen >= 2)}
      ${this.nudge(values.z, layout.rail, 'dz', dz, shownZ, this.seen >= 3)}
      ${this.factor(machines.f, layout.frame, 'local', link.dydx, this.seen >= 2)}${this.factor(machines.g, layout.frame, 'upstream', link.dzdy, this.seen >= 3)}
      ${this.wholeFactor(layout, link.dzdx, this.seen >= 4)}
      ${this.handles(layout, shownX, unit)}
    </svg>`;
  }

  private words({ x, y, z, dydx, dzdy, dzdx }: Link, dy: number, dz: number): string {
    const parts = [
      `x = ${format(x)}, y = ${format(y)}, z = ${format(z)}`,
      `dx = ${format(this.dx)}`,
      `dy = ${format(dydx)} × dx = ${format(dy)}`,
      `dz = ${format(dzdy)} × dy = ${format(dz)}`,
      `dz = ${format(dzdx)} × dx`,
    ];
    return `${this.say('합성함수를 지나는 작은 변화', 'A small nudge through a composition')}: ${parts.slice(0, 1 + this.seen).join('; ')}.`;
  }

  private box(name: 'f' | 'g', { machines, half: [width, height] }: ChainLayout): SVGTemplateResult {
    const [x, y] = machines[name].box;
    return svg`<rect class="machine" x=${x - width} y=${y - height} width=${2 * width} height=${2 * height}></rect>
      <text class="name big" x=${x} y=${y + 11} text-anchor="middle">${name}</text>`;
  }

  private value({ name: [x, y], value: place }: ValuePlace, name: string, value: number): SVGTemplateResult {
    if (!place)
      return svg`<text class="math" x=${x} y=${y}>${mathText(`${name} = `)}<tspan class="value">${format(value)}</tspan></text>`;
    return svg`<text class="math" x=${x} y=${y} text-anchor="middle">${mathText(name)}</text>
      <text class="value" x=${place[0]} y=${place[1]} text-anchor="middle">${format(value)}</text>`;
  }

  /** A piece of number line with the nudge on it. */
  private nudge(
    { middle: [from, ground], label }: ValuePlace,
    rail: number,
    name: string,
    length: number,
    shown: number,
    visible: boolean,
  ): SVGTemplateResult | typeof nothing {
    const line = svg`<line class="rail" x1=${from - rail} x2=${from + rail} y1=${ground} y2=${ground}></line>
      <line class="rail" x1=${from} x2=${from} y1=${ground - 9} y2=${ground + 9}></line>`;
    if (!visible) return line;
    const end = from + (Number.isFinite(shown) ? Math.max(-rail, Math.min(rail, shown)) : 0);
    const head = Math.sign(end - from) * Math.min(13, Math.abs(end - from) * 0.6);
    return svg`${line}<path class="nudge" d="M${from} ${ground}H${end}M${end - head} ${ground - 9}L${end} ${ground}L${end - head} ${ground + 9}"></path>
      <text class="value" x=${label[0]} y=${label[1]} text-anchor="middle"><tspan class="name">${name}</tspan> = ${format(length)}</text>`;
  }

  /** Local: a dotted frame. Upstream: a solid arrow. */
  private factor(
    { factor: [x, y], arrow }: MachinePlace,
    frame: number,
    tone: 'local' | 'upstream',
    value: number,
    visible: boolean,
  ): SVGTemplateResult | typeof nothing {
    if (!visible) return nothing;
    const form =
      tone === 'local'
        ? svg`<rect class="frame local" x=${x - frame} y=${y - 27} width=${2 * frame} height="38"></rect>`
        : svg`<path class="slope upstream" d=${arrow}></path>`;
    return svg`${form}<text class="value ${tone}" x=${x} y=${y} text-anchor="middle">× ${format(value)}</text>`;
  }

  /** Downstream: a double line from dx to dz. */
  private wholeFactor(
    { narrow, whole: { shaft, head, label } }: ChainLayout,
    value: number,
    visible: boolean,
  ): SVGTemplateResult | typeof nothing {
    if (!visible) return nothing;
    return svg`<g class="downstream-arrow"><path class="outer" d=${shaft}></path><path class="inner" d=${shaft}></path>
      <path class="head" d=${head}></path></g>
      <text class="value downstream halo" x=${label[0]} y=${label[1]} text-anchor=${narrow ? 'end' : 'middle'}>× ${format(value)}</text>`;
  }

  private handles({ values, grip }: ChainLayout, shown: number, unit: number): SVGTemplateResult {
    const { x, dx } = this;
    const [from, ground] = values.x.middle;
    const sendX = (value: number): void => this.send('xmove', rounded(value, 0.1, 9));
    const sendDx = (value: number): void => this.send('dxmove', rounded(value, 0.01, greatest));
    // The value has no line of its own: 60 pixels to the side change it by 1.
    const onX = (event: PointerEvent): void => {
      let begin: number | undefined;
      drag(event, (to) => {
        begin ??= to.x;
        sendX(x + (to.x - begin) / 60);
      });
    };
    const value = this.handle({
      name: 'x',
      value: x,
      at: grip,
      shape: svg`<circle class="reach" r="44"></circle><path class="grip" d="M-38 27H38M-30 21L-38 27L-30 33M30 21L38 27L30 33"></path>`,
      step: 0.1,
      move: sendX,
      onDown: onX,
    });
    if (this.seen < 1) return value;
    return svg`${value}${this.handle({
      name: 'dx',
      value: dx,
      at: [from + shown, ground],
      shape: svg`<circle class="reach" r="26"></circle><circle class="ring" r="7"></circle>`,
      step: 0.05,
      move: sendDx,
      onDown: (event) => drag(event, (to) => sendDx((to.x - from) / unit)),
    })}`;
  }
}

customElements.define('nudge-chain', NudgeChain);

export const doc: PictureDoc = {
  tag: 'nudge-chain',
  about: {
    ko: '작은 변화 dx가 f와 g를 차례로 지나며 몇 배가 되는지 보인다. 세 화살표의 축척은 같다.',
    en: 'A small nudge dx passes through f and g and is multiplied by each slope. All three arrows have one scale.',
  },
  attributes: [
    ...typedAttributes('x^2', 'sin(y)'),
    { name: 'x', type: 'number', default: '1', about: { ko: '지금의 x', en: 'the current x' } },
    { name: 'dx', type: 'number', default: '0.3', about: { ko: 'x의 작은 변화', en: 'the nudge of x' } },
    {
      name: 'seen',
      type: 'number',
      default: '4',
      about: { ko: '변화가 어디까지 왔는지: 0에서 4까지', en: 'how far the nudge has come: 0 to 4' },
    },
    {
      name: 'width',
      type: 'number',
      default: '1168',
      about: {
        ko: '너비(px), 288부터. 960보다 좁으면 위에서 아래로 흐르고, 높이는 그림이 정한다.',
        en: 'Width in px, from 288. Below 960 the chain runs from top to bottom; the height is what it needs.',
      },
    },
  ],
  events: [
    { name: 'xmove', detail: 'number', about: { ko: 'x를 끌었다', en: 'x was dragged' } },
    { name: 'dxmove', detail: 'number', about: { ko: 'dx의 끝을 끌었다', en: 'the tip of dx was dragged' } },
  ],
  example: '<nudge-chain x="1" dx="0.3"></nudge-chain>',
};
