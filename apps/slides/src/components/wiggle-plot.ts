// ΔL against the nudge ε of one node: the curve is what L really does, the double line what the gradient at the node
// says. The nudge is dragged along its axis; the closer the window, the more the two become one. Sends `nudge`, its size.

import { html, nothing, type PropertyDeclarations, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { snap, stepIn } from '../lesson/scales.ts';
import { format } from '../numbers/format.ts';
import { tex } from '../numbers/formula.ts';
import { pointText } from '../numbers/point-text.ts';
import { labelWidth } from './axes.ts';
import type { PictureDoc } from './doc.ts';
import { drag } from './drag.ts';
import { word } from './graph/word.ts';
import { LiveElement } from './live-element.ts';

interface Box {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** All of the leftmost label is inside. */
function boxOf(width: number, half: number): Box {
  const left = Math.max(18, labelWidth(-half) / 2);
  return { width, height: 172, left, right: width - 54, top: 24, bottom: 152 };
}

export class WigglePlot extends LiveElement {
  static override properties: PropertyDeclarations = {
    half: { type: Number },
    nudge: { type: Number },
    changes: { type: Array },
    slope: { type: Number },
    real: { type: Number },
    predicted: { type: Boolean },
    width: { type: Number },
  };

  /** The nudge goes from −half to half. */
  declare half: number | undefined;
  declare nudge: number | undefined;
  /** ΔL at evenly spaced nudges from −half to half. */
  declare changes: readonly number[] | undefined;
  /** The gradient at the node. */
  declare slope: number | undefined;
  /** ΔL at the nudge. */
  declare real: number | undefined;
  /** Whether the prediction is seen. */
  declare predicted: boolean | undefined;
  declare width: number;

  constructor() {
    super();
    this.width = 560;
  }

  /** Without numbers of its own it shows x² at 1. */
  private example(half: number): readonly number[] {
    const { square, sub, add } = this.computing;
    return Array.from({ length: 33 }, (_, i) => sub(square(add(1, half * (i / 16 - 1))), 1) as number);
  }

  override render(): TemplateResult {
    const { half = 0.5, nudge = half / 2, predicted = true } = this;
    const { grad, square, mul, sub, add } = this.computing;
    const changes = this.changes ?? this.example(half);
    const slope = this.slope ?? (grad(square)(1) as number);
    const real = this.real ?? (sub(square(add(1, nudge)), 1) as number);
    const reach = Math.max(Math.abs(mul(slope, half) as number), ...changes.map(Math.abs)) || 1;
    const box = boxOf(this.width, half);
    const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
    const x = (value: number): number => middle.x + (value / half) * ((box.right - box.left) / 2);
    const y = (value: number): number => middle.y - (value / reach) * ((box.bottom - box.top) / 2);
    const last = changes.length - 1;
    const curve = changes.map((change, i) => `${i ? 'L' : 'M'}${pointText(x(half * ((2 * i) / last - 1)), y(change))}`);
    const line = `M${x(-half)} ${y(-slope * half)}L${x(half)} ${y(slope * half)}`;
    const spoken = this.say(
      `ε에 따른 ΔL의 곡선. ε = ${format(nudge)}에서 실제 ΔL은 ${format(real)}${predicted ? `, gradient로 예측한 값은 ${format(mul(slope, nudge) as number)}` : ''}.`,
      `ΔL as a curve over ε. At ε = ${format(nudge)} the actual ΔL is ${format(real)}${predicted ? `, the one that the gradient predicts ${format(mul(slope, nudge) as number)}` : ''}.`,
    );
    return html`<div class="wiggle-plot">
      <svg class="plot" viewBox="0 0 ${box.width} ${box.height}" width=${box.width} height=${box.height} role="group" aria-label=${spoken} data-prevent-swipe>
        <path class="ground-line" d="M${box.left - 8} ${middle.y}H${box.right + 8}M${middle.x} ${box.top - 12}V${box.bottom + 12}"></path>
        ${predicted ? svg`<g class="downstream-line"><path class="outer" d=${line}></path><path class="inner" d=${line}></path></g>` : nothing}
        <path class="curve" d=${curve.join('')}></path>
        <path class="reading" d="M${x(nudge)} ${middle.y}V${y(real)}"></path>
        <circle class="dot" cx=${x(nudge)} cy=${y(real)} r="7"></circle>
        <text x=${box.left} y=${middle.y + (slope > 0 ? -12 : 28)} text-anchor="middle">${format(-half)}</text>
        <text x=${box.right} y=${middle.y + (slope < 0 ? -12 : 28)} text-anchor="middle">${format(half)}</text>
        ${this.handle(x(nudge), middle, nudge, half, x(half) - middle.x)}
      </svg>
      ${word(box.right + 18, middle.y, tex('\\varepsilon'), '', 'start')}
      ${word(middle.x + 12, box.top - 14, tex('\\Delta L'), '', 'start')}
    </div>`;
  }

  private handle(
    at: number,
    middle: { readonly x: number; readonly y: number },
    nudge: number,
    half: number,
    reach: number,
  ): SVGTemplateResult {
    const step = stepIn([0, half]);
    const move = (value: number): void => this.send('nudge', snap(Math.min(half, Math.max(-half, value)), step));
    const onKey = (event: KeyboardEvent): void => {
      const direction = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.code];
      if (!direction) return;
      event.preventDefault();
      move(nudge + step * direction);
    };
    return svg`<g class="handle" tabindex="0" role="slider" aria-label=${this.say('변화 ε', 'nudge ε')} aria-valuenow=${nudge}
      aria-valuetext=${format(nudge)} aria-valuemin=${-half} aria-valuemax=${half} transform="translate(${at} ${middle.y})" @keydown=${onKey}
      @pointerdown=${(event: PointerEvent) => drag(event, (point) => move(((point.x - middle.x) * half) / reach))}>
      <circle class="reach" r="26"></circle><circle class="ring" r="9"></circle></g>`;
  }
}

customElements.define('wiggle-plot', WigglePlot);

export const doc: PictureDoc = {
  tag: 'wiggle-plot',
  about: {
    ko: 'Node 하나를 ε만큼 밀었을 때 실제 ΔL과 gradient가 예측한 값.',
    en: 'A node is nudged by ε: what L really does, and what the gradient at the node predicts.',
  },
  attributes: [
    {
      name: 'half',
      type: 'number',
      default: '0.5',
      about: { ko: 'ε의 범위: −half부터 half까지.', en: 'ε goes from −half to half.' },
    },
    { name: 'nudge', type: 'number', default: 'half / 2', about: { ko: 'ε.', en: 'ε.' } },
    {
      name: 'changes',
      type: 'JSON: [ΔL, …]',
      default: 'x² at 1',
      about: { ko: '−half부터 half까지 같은 간격의 ε에서 ΔL.', en: 'ΔL at evenly spaced ε from −half to half.' },
    },
    {
      name: 'slope',
      type: 'number',
      default: 'of x² at 1',
      about: { ko: 'Node의 gradient.', en: 'The gradient at the node.' },
    },
    { name: 'real', type: 'number', default: 'of x² at 1', about: { ko: 'ε에서 실제 ΔL.', en: 'ΔL at ε.' } },
    {
      name: 'predicted',
      type: 'boolean',
      default: 'true',
      about: { ko: '예측을 그린다.', en: 'Whether the prediction is drawn.' },
    },
    { name: 'width', type: 'number', default: '560', about: { ko: '너비.', en: 'Width.' } },
  ],
  events: [{ name: 'nudge', detail: 'number', about: { ko: 'ε을 끌었다.', en: 'ε was dragged.' } }],
  example: '<wiggle-plot half="0.5" nudge="0.25"></wiggle-plot>',
};
