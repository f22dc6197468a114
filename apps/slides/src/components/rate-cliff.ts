// Steps to arrive against the learning rate α: thousands of descents, each a dot, and the edge at 2/λmax. α is dragged along
// the axis: sends `ratemove` with the new α. The dots are on a canvas and come a few milliseconds' worth a frame.

import { scaleLog } from 'd3-scale';
import { html, nothing, type PropertyDeclarations, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { bowlOn } from '../lesson/bowl.ts';
import { cliffOn, Descents, longest } from '../lesson/cliff.ts';
import { type Line, lecturePoints, lectureRate, type Points } from '../lesson/points.ts';
import { greatestRate, snap, startOf } from '../lesson/scales.ts';
import { format } from '../numbers/format.ts';
import { axes, type Frame, frame, labelWidth, ticksAcross } from './axes.ts';
import type { PictureDoc } from './doc.ts';
import { drag, onArrows, pointerIn } from './drag.ts';
import { LiveElement } from './live-element.ts';
import { rateCliffDoc } from './rate-cliff-doc.ts';

/** The fewest steps on the axis. */
const fewest = 5;
/** From this width on there is room around the words. */
const spacious = 440;

export class RateCliff extends LiveElement {
  static override properties: PropertyDeclarations = {
    points: { type: Object },
    start: { type: Object },
    rate: { type: Number },
    count: { type: Number },
    edge: { type: Boolean },
    width: { type: Number },
    height: { type: Number },
  };

  declare points: Points;
  /** Where all descents start; a line that suits the data unless given. */
  declare start: Line | undefined;
  declare rate: number;
  /** How many descents. */
  declare count: number;
  /** Whether the edge at 2/λmax is drawn. */
  declare edge: boolean;
  declare width: number;
  declare height: number;

  private descents: Descents | undefined;
  private key: readonly unknown[] = [];
  private frame = 0;
  private drawn = 0;
  private readonly theme: MutationObserver = new MutationObserver(() => this.redraw());
  /** Where the picture isn't seen its descents wait; when it comes into view they go on. */
  private readonly view: IntersectionObserver = new IntersectionObserver(() => this.schedule());

  constructor() {
    super();
    this.points = lecturePoints;
    this.rate = lectureRate;
    this.count = 4000;
    this.edge = false;
    this.width = 700;
    this.height = 460;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    this.view.observe(this);
    this.redraw();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.theme.disconnect();
    this.view.disconnect();
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  private get greatest(): number {
    return greatestRate(this.computing, this.points);
  }

  private get from(): Line {
    return this.start ?? startOf(this.computing, this.points);
  }

  private plot(): Frame {
    const plot = frame(this.width, this.height, { x: [0, this.greatest], y: [fewest, longest] }, 60);
    return { ...plot, y: scaleLog([fewest, longest], [plot.bottom, plot.top + 26]) as unknown as Frame['y'] };
  }

  override render(): TemplateResult {
    const plot = this.plot();
    const { limit } = bowlOn(this.computing)(this.points);
    const [left, edge, right] = [plot.x(0), plot.x(limit), plot.x(this.greatest)];
    const { say } = this;
    const words = [
      say(
        'Learning rate α에 따라 최솟값에 도착하기까지의 step 수 k. α가 커지면 줄다가 다시 늘고, 어느 값부터는 도착하지 못한다.',
        'Steps k until a descent arrives, against the learning rate α: fewer as α grows, then more, and beyond one value it never arrives.',
      ),
      ...(this.edge ? [say(`그 값은 2/λmax = ${format(limit)}.`, `That value is 2/λmax = ${format(limit)}.`)] : []),
      say(`지금 α = ${format(this.rate)}.`, `Now α = ${format(this.rate)}.`),
    ].join(' ');
    // Between the edge and the right end there may be no more room than for the word.
    const beyond =
      this.width < spacious ? { x: this.width, anchor: 'end' } : { x: (edge + right) / 2, anchor: 'middle' };
    const clear = (value: number): boolean =>
      Math.abs(plot.x(value) - edge) > (labelWidth(value) + labelWidth(limit)) / 2 + 8;
    const ticks = [0, ...ticksAcross(plot, 6)].filter((value) => !this.edge || clear(value));
    return html`<div class="cliff" style="width: ${plot.width}px; height: ${plot.height}px">
      <canvas aria-hidden="true"></canvas>
      <svg class="plot" viewBox="0 0 ${plot.width} ${plot.height}" width=${plot.width} height=${plot.height} role="group" aria-label=${words} data-prevent-swipe>
        ${axes(plot, { x: ticks, y: [10, 30, 100, 300], names: ['α', 'k'] })}
        <line class="grid-line" x1=${left} x2=${right} y1=${plot.y(longest)} y2=${plot.y(longest)}></line>
        <rect class="rate-ground" x=${left} y=${plot.top} width=${right - left} height=${plot.bottom - plot.top} @pointerdown=${(event: PointerEvent) => this.follow(event, plot)}></rect>
        ${
          this.edge
            ? svg`<g class="edge"><line x1=${edge} x2=${edge} y1=${plot.top} y2=${plot.bottom}></line>
                <text x=${edge} y=${plot.bottom + 27} text-anchor="middle">${format(limit)}</text>
                <text class="beyond" x=${beyond.x} y=${plot.top + 60} text-anchor=${beyond.anchor}>${say('발산', 'diverges')}</text></g>`
            : nothing
        }
        ${this.handle(plot)}
      </svg>
    </div>`;
  }

  private handle(plot: Frame): SVGTemplateResult {
    const x = plot.x(Math.min(this.greatest, this.rate));
    const { path, end } = cliffOn(this.computing).walk(this.rate, this.from, this.points);
    const steps = end === 'arrived' ? path.length - 1 : longest;
    const y = plot.y(Math.max(fewest, steps));
    const onKey = onArrows((step) => this.move(this.rate + (step.x + step.y) * 10 * this.fine));
    return svg`<g class="rate"><line x1=${x} x2=${x} y1=${plot.bottom} y2=${y}></line>
      <g class="point" tabindex="0" role="slider" aria-label="learning rate α" aria-valuemin="0" aria-valuemax=${this.greatest} aria-valuenow=${this.rate}
        aria-valuetext=${`α = ${format(this.rate)}`} transform="translate(${x} ${y})" @keydown=${onKey} @pointerdown=${(event: PointerEvent) => this.follow(event, plot)}>
        <circle class="reach" r="26"></circle><circle class="dot" r="9"></circle></g></g>`;
  }

  /** Steps of dragging: 0.001 in the lecture. */
  private get fine(): number {
    return 10 ** (Math.floor(Math.log10(this.greatest)) - 2);
  }

  private follow(event: PointerEvent, plot: Frame): void {
    const drawing = this.querySelector('svg');
    if (!drawing || event.button !== 0) return;
    const to = (at: DOMPoint): void => this.move(plot.x.invert(at.x));
    to(pointerIn(drawing, event));
    drag(event, to);
  }

  private move(rate: number): void {
    this.send('ratemove', snap(Math.max(this.fine, Math.min(this.greatest, rate)), this.fine));
  }

  protected override updated(): void {
    const { a, b } = this.from;
    const key = [this.computing, this.points, a, b, this.count, this.width, this.height];
    if (key.every((part, i) => part === this.key[i])) return;
    this.key = key;
    this.descents = new Descents(this.computing, this.points, { a, b }, this.greatest, this.count);
    this.redraw();
  }

  /** Begins the canvas anew, in the theme's colours and in the page's scale. */
  private redraw(): void {
    this.drawn = 0;
    const canvas = this.querySelector('canvas');
    if (!canvas || !this.descents) return;
    canvas.width = this.width * 2;
    canvas.height = this.height * 2;
    this.schedule();
  }

  private schedule(): void {
    const { descents } = this;
    if (this.frame || !descents || this.drawn >= descents.rates.length) return;
    this.ariaBusy = 'true';
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      if (!this.isConnected || this.offsetParent === null || this.descents !== descents) return;
      descents.advance();
      this.paint(descents);
      if (descents.isDone) this.ariaBusy = 'false';
      else this.schedule();
    });
  }

  private paint({ rates, steps, done }: Descents): void {
    const pen = this.querySelector('canvas')?.getContext('2d');
    if (!pen) return;
    const plot = this.plot();
    const { limit } = bowlOn(this.computing)(this.points);
    const colour = getComputedStyle(this).getPropertyValue('--ink');
    const faint = getComputedStyle(this).getPropertyValue('--rest');
    for (; this.drawn < done; this.drawn += 1) {
      const [rate = 0, count = 0] = [rates[this.drawn], steps[this.drawn]];
      const late = count >= longest;
      if (late && rate < limit && this.drawn % 2) continue;
      pen.fillStyle = late ? faint : colour;
      pen.fillRect(plot.x(rate) * 2 - 2, plot.y(Math.max(fewest, count)) * 2 - 2, 4, 4);
    }
  }
}

export const doc: PictureDoc = rateCliffDoc;

customElements.define('rate-cliff', RateCliff);
