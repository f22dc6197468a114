// A nudge on its way: number lines of x (or y), z and L, all to one scale. The nudge is stretched by ∂z/∂x on the way
// to z and by ∂L/∂z on the way to L; beside its prediction stands what L really does. Sends `nudge`, its new size.

import { html, nothing, type PropertyDeclarations, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { type Along, type Nudged, nudgesOn, type Spot } from '../lesson/nudge.ts';
import { format } from '../numbers/format.ts';
import { tex, toned } from '../numbers/formula.ts';
import { texFactor, texNumber } from '../numbers/tex.ts';
import type { PictureDoc } from './doc.ts';
import { drag } from './drag.ts';
import { upstreamArrow } from './graph/marks.ts';
import { word } from './graph/word.ts';
import { LiveElement } from './live-element.ts';
import { type NudgeLayout, nudgeLayout, type WordPlace } from './nudge-lines/layout.ts';
import { Tween } from './tween.ts';

/** How far the nudge goes to either side. */
export const nudgeRange: readonly [number, number] = [-0.1, 0.1];

/** Pixels to the side that change the nudge by a hundredth where its own line is too short to be followed. */
const grain = 5;

export function hundredth(value: number): number {
  const [least, greatest] = nudgeRange;
  return Math.round(Math.min(greatest, Math.max(least, value)) * 100) / 100 + 0;
}

export class NudgeLines extends LiveElement {
  static override properties: PropertyDeclarations = {
    at: { type: Object },
    along: { type: String },
    nudge: { type: Number },
    stage: { type: Number },
    width: { type: Number },
  };

  declare at: Spot | undefined;
  declare along: Along | undefined;
  declare nudge: number | undefined;
  /** 0 the nudge alone, 1 as it arrives at z, 2 as it arrives at L. */
  declare stage: number | undefined;
  declare width: number;

  private readonly shown: Tween = new Tween(this);

  constructor() {
    super();
    this.width = 780;
  }

  override render(): TemplateResult {
    const { at = { x: 1, y: 2 }, along = 'x', nudge = 0.1, stage = 2, width } = this;
    const layout = nudgeLayout(width);
    const { base, right, rows, frame, arrow } = layout;
    const nudges = nudgesOn(this.computing);
    const found = nudges(at, along, nudge);
    // The scale depends on the place alone: it stays while the nudge is dragged.
    const ends = nudgeRange.flatMap((size) => {
      const { atZ, atLoss, real } = nudges(at, along, size);
      return [atZ, atLoss, real];
    });
    const [least, greatest] = [Math.min(-0.1, ...ends), Math.max(0.1, ...ends)];
    const unit = Math.min(217, (right - base) / greatest, (base - 8) / -least);
    const [dx = 0, dz = 0, dl = 0, real = 0, toZ = 0, toLoss = 0] = this.shown.show([
      nudge,
      found.atZ,
      found.atLoss,
      found.real,
      stage >= 1 ? 1 : 0,
      stage >= 2 ? 1 : 0,
    ]);
    const x = (change: number): number => Math.min(right, Math.max(8, base + change * unit));
    return html`<div class="nudge-lines ${layout.narrow ? 'narrow' : ''}" style="width: ${width}px">
      <svg class="plot graph" viewBox="0 0 ${width} ${layout.height}" width=${width} height=${layout.height} role="group" aria-label=${this.spoken(along, nudge, found, stage)} data-prevent-swipe>
        ${toZ ? this.stretch(x, dx, dz, rows.first, rows.z, toZ) : nothing}
        ${toLoss ? this.stretch(x, dz, dl, rows.z, rows.loss, toLoss) : nothing}
        ${[rows.first, rows.z, rows.loss].map((y) => svg`<line class="ground-line" x1="0" x2=${width - 4} y1=${y} y2=${y}></line><circle class="dot" cx=${base} cy=${y} r="6"></circle>`)}
        ${stage >= 1 ? this.bar(x, dz, rows.z, 'local-bar') : nothing}
        ${stage >= 2 ? svg`${this.bar(x, dl, rows.loss, 'downstream-bar')}${this.bar(x, real, rows.real, 'real-bar')}` : nothing}
        ${this.bar(x, dx, rows.first, 'nudge-bar')}
        ${stage >= 1 ? svg`<g class="local-frame"><rect x=${frame.x} y=${frame.y} width=${frame.width} height=${frame.height}></rect></g>` : nothing}
        ${stage >= 2 ? upstreamArrow(arrow, '') : nothing}
        ${this.handle(x, nudge, along, layout)}
      </svg>
      ${this.words(x, layout, at, along, nudge, found, stage)}
    </div>`;
  }

  /** From an interval on one line to the interval it becomes on the next. */
  private stretch(
    x: (change: number) => number,
    from: number,
    to: number,
    top: number,
    bottom: number,
    part: number,
  ): SVGTemplateResult {
    const low = top + (bottom - top) * part;
    const end = x(from) + (x(to) - x(from)) * part;
    return svg`<path class="stretch" d="M${x(0)} ${top}L${x(from)} ${top}L${end} ${low}L${x(0)} ${low}Z"></path>`;
  }

  private bar(x: (change: number) => number, change: number, y: number, name: string): SVGTemplateResult {
    return svg`<g class=${name}><line class="outer" x1=${x(0)} x2=${x(change)} y1=${y} y2=${y}></line><line class="inner" x1=${x(0)} x2=${x(change)} y1=${y} y2=${y}></line></g>`;
  }

  private handle(
    x: (change: number) => number,
    nudge: number,
    along: Along,
    { base, rows, lift }: NudgeLayout,
  ): SVGTemplateResult {
    const unit = (x(0.01) - x(0)) / 0.01;
    const move = (value: number): void => this.send('nudge', hundredth(value));
    const onDown = (event: PointerEvent): void => {
      let begin: number | undefined;
      drag(event, (to) => {
        begin ??= to.x;
        move(lift ? nudge + (to.x - begin) / (100 * grain) : (to.x - base) / unit);
      });
    };
    const onKey = (event: KeyboardEvent): void => {
      const direction = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.code];
      if (!direction) return;
      event.preventDefault();
      move(nudge + 0.01 * direction);
    };
    return svg`<g class="handle" tabindex="0" role="slider" aria-label=${this.say(`${along}의 변화 d${along}`, `nudge d${along}`)} aria-valuenow=${nudge}
      aria-valuetext=${format(nudge)} aria-valuemin=${nudgeRange[0]} aria-valuemax=${nudgeRange[1]} transform="translate(${x(nudge)} ${rows.first})"
      @keydown=${onKey} @pointerdown=${onDown}>
      ${lift ? svg`<line class="flag" y1="0" y2=${-lift}></line>` : nothing}<circle class="reach" cy=${-lift} r="26"></circle><circle class="ring" cy=${-lift} r="9"></circle></g>`;
  }

  private words(
    x: (change: number) => number,
    { words, follows }: NudgeLayout,
    at: Spot,
    along: Along,
    nudge: number,
    found: Nudged,
    stage: number,
  ): unknown {
    const number = (value: number): string => texNumber(format(value));
    // In braces a number is not broken where its formula is.
    const factor = (value: number): string => `{${texFactor(format(value))}}`;
    const put = (place: WordPlace, content: unknown, name = ''): TemplateResult =>
      word(place.x, place.y, content, name, place.anchor);
    const other = along === 'x' ? 'y' : 'x';
    const beyond = Math.min(follows, Math.max(words.nudge.x, x(nudge) + 24));
    const local = toned('local', `\\tfrac{\\partial z}{\\partial ${along}}`);
    const upstream = toned('upstream', '\\tfrac{\\partial L}{\\partial z}');
    return html`
      ${put(words.question, this.say(html`${tex(along)}를 ${tex(`d${along}`)}만큼 밀면 ${tex('z')}와 ${tex('L')}은 얼마나 움직일까?`, html`Nudge ${tex(along)} by ${tex(`d${along}`)}: how far do ${tex('z')} and ${tex('L')} move?`), 'wrap')}
      ${put(words.along, tex(`${along} = ${number(at[along])}`))}
      ${put(words.other, tex(`${other} = ${number(at[other])}`), 'quiet')}
      ${put(words.z, tex(`z = ${number(found.z)}`))}
      ${put(words.loss, tex(`L = ${number(found.loss)}`))}
      ${stage >= 1 ? put(words.local, tex(`${local} = ${toned('local', number(found.local[along]))}`)) : nothing}
      ${stage >= 2 ? put(words.upstream, tex(`${upstream} = ${toned('upstream', number(found.upstream))}`)) : nothing}
      ${put({ ...words.nudge, x: beyond }, tex(`d${along} = ${number(nudge)}`))}
      ${stage >= 1 ? put(words.atZ, tex(`${local}\\,d${along} = ${factor(found.local[along])} \\times ${factor(nudge)} = ${toned('local', number(found.atZ))}`), 'wrap') : nothing}
      ${
        stage >= 2
          ? html`${put(words.atLoss, tex(`${upstream}\\,${local}\\,d${along} = ${factor(found.upstream)} \\times ${factor(found.atZ)} = ${toned('downstream', number(found.atLoss))}`), 'wrap')}
          ${put(words.real, html`${this.say('실제', 'actual')} ${tex(`\\Delta L = ${number(found.real)}`)}`)}`
          : nothing
      }`;
  }

  private spoken(along: Along, nudge: number, { atZ, atLoss, real }: Nudged, stage: number): string {
    const parts = [
      `d${along} = ${format(nudge)}`,
      ...(stage >= 1 ? [this.say(`z에서 ${format(atZ)}`, `${format(atZ)} at z`)] : []),
      ...(stage >= 2
        ? [
            this.say(
              `L에서는 기울기로 보아 ${format(atLoss)}, 실제로는 ${format(real)}`,
              `${format(atLoss)} at L by the slopes, ${format(real)} in fact`,
            ),
          ]
        : []),
    ];
    return this.say(
      `${along}의 작은 변화가 z를 지나 L까지 간다: ${parts.join('; ')}.`,
      `A nudge in ${along} on its way through z to L: ${parts.join('; ')}.`,
    );
  }
}

customElements.define('nudge-lines', NudgeLines);

export const doc: PictureDoc = {
  tag: 'nudge-lines',
  about: {
    ko: 'x나 y의 작은 변화가 z를 거쳐 L에 도착하는 모습. z = x² + xy, L = (z − 1)².',
    en: 'What a nudge in x or y does to z and to L, for z = x² + xy and L = (z − 1)².',
  },
  attributes: [
    {
      name: 'at',
      type: 'JSON: { x, y }',
      default: '{"x": 1, "y": 2}',
      about: { ko: '출발점.', en: 'Where it starts.' },
    },
    { name: 'along', type: 'x | y', default: 'x', about: { ko: '움직이는 변수.', en: 'The variable that is nudged.' } },
    {
      name: 'nudge',
      type: 'number: −0.1 … 0.1',
      default: '0.1',
      about: { ko: '변화의 크기.', en: 'Size of the nudge.' },
    },
    {
      name: 'stage',
      type: 'number: 0, 1, 2',
      default: '2',
      about: { ko: '어디까지 도착했는가: z는 1, L은 2.', en: 'How far it has come: 1 z, 2 L.' },
    },
    {
      name: 'width',
      type: 'number',
      default: '780',
      about: {
        ko: '너비(px), 288부터. 740보다 좁으면 말이 선 아래로 내려가고, 높이는 그림이 정한다.',
        en: 'Width in px, from 288. Below 740 the words move below the lines; the height is what they need.',
      },
    },
  ],
  events: [{ name: 'nudge', detail: 'number', about: { ko: '변화를 끌었다.', en: 'The nudge was dragged.' } }],
  example: '<nudge-lines at=\'{"x": 1, "y": 2}\' along="x" nudge="0.1"></nudge-lines>',
};
