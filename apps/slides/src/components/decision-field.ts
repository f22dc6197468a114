// Points of two classes, filled and hollow, and what a network says of every place between them: the darker, the surer
// of the filled class; a line where it cannot tell. Points are dragged; a press on the ground adds one. Sends
// `classeschange` { x, y, label }.

import { html, type PropertyDeclarations, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { classesOn, mostPoints, type PictureOfClasses, reach } from '../lesson/classes.ts';
import { type Classes, trainingOn } from '../lesson/network.ts';
import { boundaryPath, cells, fieldOfNetwork, insideOf } from '../lesson/score-field.ts';
import { Trajectory } from '../lesson/trajectory.ts';
import { format } from '../numbers/format.ts';
import { axes, clip, type Frame, frame, uniqueId } from './axes.ts';
import type { PictureDoc } from './doc.ts';
import { arrowStep, drag, pointerIn, tenth } from './drag.ts';
import { LiveElement } from './live-element.ts';

export class DecisionField extends LiveElement {
  static override properties: PropertyDeclarations = {
    picture: { type: String },
    seed: { type: Number },
    neurons: { type: Number },
    steps: { type: Number },
    adding: { type: Number },
    points: { attribute: false },
    field: { attribute: false },
    width: { type: Number },
  };

  declare picture: PictureOfClasses | undefined;
  declare seed: number | undefined;
  declare neurons: number | undefined;
  declare steps: number | undefined;
  /** The class of a point that a press adds: 0 or 1. */
  declare adding: number | undefined;
  declare points: Classes | undefined;
  /** The score of every cell, row by row from the lowest; without it, that of a network trained for `steps` steps. */
  declare field: readonly number[] | undefined;
  declare width: number;

  private readonly clipId: string = uniqueId('decision-field');
  private readonly own: Trajectory = new Trajectory();
  private painted: readonly number[] | undefined;
  private drawn: { readonly scores: readonly number[]; readonly right: number; readonly path: string } | undefined;

  constructor() {
    super();
    this.width = 520;
  }

  private get data(): Classes {
    return this.points ?? classesOn(this.computing)(this.picture ?? 'moons', this.seed ?? 1);
  }

  private get scores(): readonly number[] {
    if (this.field) return this.field;
    const training = trainingOn(this.computing);
    const recipe = { data: this.data, seed: this.seed ?? 1, width: this.neurons ?? 8, rates: [[0, 0.6]] as const };
    return fieldOfNetwork(training, this.own.at(training, recipe, this.steps ?? 60).network);
  }

  override render(): TemplateResult {
    const { width } = this;
    const plot = frame(width, width - 16, { x: reach, y: reach });
    const { data, scores } = this;
    const border = this.border(scores, plot);
    const box = `left:${plot.left}px;top:${plot.top}px;width:${plot.right - plot.left}px;height:${plot.bottom - plot.top}px`;
    const count = (label: number): number => data.label.filter((one) => one === label).length;
    return html`<div class="decision-field" style=${`width:${plot.width}px;height:${plot.height}px`}>
      <canvas width=${cells} height=${cells} style=${box} aria-hidden="true"></canvas>
      <svg class="plot" viewBox="0 0 ${plot.width} ${plot.height}" width=${plot.width} height=${plot.height} role="group" data-prevent-swipe
        aria-label=${this.say(`두 class의 점 ${count(1)}개와 ${count(0)}개, 그 사이의 경계.`, `Points of two classes, ${count(1)} and ${count(0)}, and the boundary between them.`)}>
        <defs>${clip(this.clipId, plot)}</defs>
        <rect class="reach ground" x=${plot.left} y=${plot.top} width=${plot.right - plot.left} height=${plot.bottom - plot.top} @pointerdown=${(event: PointerEvent) => this.add(event, plot, data)}></rect>
        ${axes(plot, { x: [-2, -1, 0, 1], y: [-2, -1, 0, 1], names: ['x', 'y'] })}
        <g clip-path="url(#${this.clipId})"><path class="boundary" d=${border}></path></g>
        ${data.label.map((label, i) => this.point(plot, data, i, label))}
      </svg>
    </div>`;
  }

  /** The boundary, kept while the scores are the same. */
  private border(scores: readonly number[], { left, right, top, bottom }: Frame): string {
    if (this.drawn?.scores !== scores || this.drawn.right !== right) {
      const path = boundaryPath(scores, (column, row) => [
        left + (column / cells) * (right - left),
        bottom - (row / cells) * (bottom - top),
      ]);
      this.drawn = { scores, right, path };
    }
    return this.drawn.path;
  }

  protected override updated(): void {
    const { scores } = this;
    const context = this.querySelector('canvas')?.getContext('2d');
    if (!context || this.painted === scores) return;
    this.painted = scores;
    const image = context.createImageData(cells, cells);
    insideOf(scores).forEach((score, i) => {
      // Row 0 of a canvas is at the top.
      const at = (cells - 1 - Math.floor(i / cells)) * cells + (i % cells);
      image.data[4 * at + 3] = 76 / (1 + Math.exp(-score));
    });
    context.putImageData(image, 0, 0);
  }

  private point(plot: Frame, data: Classes, i: number, label: number): SVGTemplateResult {
    const [x, y] = [data.x[i] ?? 0, data.y[i] ?? 0];
    const move = (toX: number, toY: number): void =>
      this.send('classeschange', {
        ...data,
        x: data.x.with(i, tenth(toX, reach)),
        y: data.y.with(i, tenth(toY, reach)),
      });
    const onKey = (event: KeyboardEvent): void => {
      const step = arrowStep(event);
      const gone = event.code === 'Delete' || event.code === 'Backspace';
      if (!step && !gone) return;
      event.preventDefault();
      if (step) move(x + step.x, y + step.y);
      else this.drop(data, i);
    };
    const onDown = (event: PointerEvent): void => drag(event, (at) => move(plot.x.invert(at.x), plot.y.invert(at.y)));
    const name = this.say(`class ${label}의 점`, `a point of class ${label}`);
    return svg`<g class="point" tabindex="0" role="slider" aria-label=${name} aria-valuenow=${x} aria-valuetext=${`(${format(x)}, ${format(y)})`} @keydown=${onKey} @pointerdown=${onDown}>
      <circle class="reach" cx=${plot.x(x)} cy=${plot.y(y)} r="14"></circle>
      <circle class=${label ? 'dot' : 'dot open'} cx=${plot.x(x)} cy=${plot.y(y)} r="7"></circle></g>`;
  }

  private add(event: PointerEvent, plot: Frame, data: Classes): void {
    const drawing = this.querySelector('svg');
    if (!drawing || event.button !== 0 || data.x.length >= mostPoints) return;
    const at = pointerIn(drawing, event);
    event.preventDefault();
    this.send('classeschange', {
      x: [...data.x, tenth(plot.x.invert(at.x), reach)],
      y: [...data.y, tenth(plot.y.invert(at.y), reach)],
      label: [...data.label, this.adding === 0 ? 0 : 1],
    });
  }

  /** Both classes keep a point. */
  private drop(data: Classes, i: number): void {
    const label = data.label.toSpliced(i, 1);
    if (!label.includes(0) || !label.includes(1)) return;
    this.send('classeschange', { x: data.x.toSpliced(i, 1), y: data.y.toSpliced(i, 1), label });
  }
}

customElements.define('decision-field', DecisionField);

export const doc: PictureDoc = {
  tag: 'decision-field',
  about: {
    ko: '두 class의 점과, 작은 network가 그 사이에 그은 경계.',
    en: 'Points of two classes, and the boundary that a small network draws between them.',
  },
  attributes: [
    {
      name: 'picture',
      type: 'moons | circles | xor',
      default: 'moons',
      about: { ko: '점의 모양.', en: 'How the points lie.' },
    },
    {
      name: 'seed',
      type: 'number',
      default: '1',
      about: { ko: '점과 처음 parameter의 seed.', en: 'Seed of the points and of the first parameters.' },
    },
    {
      name: 'neurons',
      type: 'number',
      default: '8',
      about: { ko: '층마다의 neuron 수.', en: 'Neurons in each hidden layer.' },
    },
    { name: 'steps', type: 'number', default: '60', about: { ko: '학습한 step 수.', en: 'Steps of training.' } },
    {
      name: 'adding',
      type: 'number: 0, 1',
      default: '1',
      about: { ko: '눌러서 더하는 점의 class.', en: 'The class of a point that is added.' },
    },
    {
      name: 'width',
      type: 'number',
      default: '520',
      about: { ko: '너비. 높이는 16만큼 작다.', en: 'Width; the height is 16 less.' },
    },
  ],
  events: [
    {
      name: 'classeschange',
      detail: '{ x, y, label }',
      about: { ko: '점을 옮기거나 더하거나 지웠다.', en: 'A point was moved, added or deleted.' },
    },
  ],
  example: '<decision-field picture="circles" seed="2" steps="120"></decision-field>',
};
