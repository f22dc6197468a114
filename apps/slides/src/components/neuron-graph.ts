// One neuron as a graph: inputs and weights, their sum, the activation, the loss. Values run forward; upstream × local =
// downstream comes back. Every input is dragged sideways: sends `neuronchange` { w1 } and the like.

import { html, nothing, type PropertyDeclarations, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { type Activation, type Neuron, type NeuronAt, type NeuronName, neuron } from '../lesson/neuron.ts';
import { format } from '../numbers/format.ts';
import { tex } from '../numbers/formula.ts';
import { texNumber } from '../numbers/tex.ts';
import type { PictureDoc } from './doc.ts';
import { arrowStep, drag, pointerIn, tenth } from './drag.ts';
import { between, type Curve, type Shape, straight } from './graph/curve.ts';
import { besideText, downstreamLine, localFrame, pulse, upstreamArrow, wire } from './graph/marks.ts';
import { word } from './graph/word.ts';
import { LiveElement } from './live-element.ts';
import { Tween } from './tween.ts';

type Given = 'x1' | 'x2' | 'w1' | 'w2' | 'b' | 'target';

const pill = { width: 148, height: 48 };
const circle = { width: 60, height: 60 };
const shapes: Readonly<Record<NeuronName | 'target', Shape>> = {
  x1: { x: 76, y: 26, ...pill },
  w1: { x: 76, y: 92, ...pill },
  x2: { x: 76, y: 168, ...pill },
  w2: { x: 76, y: 234, ...pill },
  b: { x: 312, y: 292, ...pill },
  p1: { x: 312, y: 59, ...circle },
  p2: { x: 312, y: 201, ...circle },
  s: { x: 548, y: 140, ...circle },
  y: { x: 776, y: 140, width: 92, height: 60 },
  L: { x: 1030, y: 140, width: 136, height: 60 },
  target: { x: 1030, y: 292, ...pill },
};
/** What uses the value, when it arrives there, and when its downstream gradient comes back. */
const uses: readonly (readonly [from: NeuronName | 'target', to: NeuronName, forward: number, back: number])[] = [
  ['x1', 'p1', 1, 7],
  ['w1', 'p1', 1, 7],
  ['x2', 'p2', 1, 7],
  ['w2', 'p2', 1, 7],
  ['p1', 's', 1, 6],
  ['p2', 's', 1, 6],
  ['b', 's', 1, 6],
  ['s', 'y', 2, 5],
  ['y', 'L', 3, 4],
  ['target', 'L', 3, 99],
];
const signs: Readonly<Record<Activation, string>> = {
  sigmoid: '\\sigma',
  tanh: '\\tanh',
  relu: '\\mathrm{ReLU}',
};
const letters: Readonly<Record<Given, string>> = { x1: 'x_1', x2: 'x_2', w1: 'w_1', w2: 'w_2', b: 'b', target: 't' };
const range: readonly [number, number] = [-5, 5];

function wayOf(from: NeuronName | 'target', to: NeuronName): Curve {
  return between(straight(shapes[from], shapes[to]), shapes[from], shapes[to], 5);
}

export class NeuronGraph extends LiveElement {
  static override properties: PropertyDeclarations = {
    x1: { type: Number },
    x2: { type: Number },
    w1: { type: Number },
    w2: { type: Number },
    b: { type: Number },
    target: { type: Number },
    activation: { type: String },
    open: { type: Number },
  };

  declare x1: number | undefined;
  declare x2: number | undefined;
  declare w1: number | undefined;
  declare w2: number | undefined;
  declare b: number | undefined;
  declare target: number | undefined;
  declare activation: Activation | undefined;
  /** 1 the sum, 2 the activation, 3 the loss; then back: 4 to y, 5 to s, 6 through the sum, 7 to the weights. */
  declare open: number | undefined;

  private readonly shown: Tween = new Tween(this);

  private get given(): NeuronAt {
    const { x1 = 1, x2 = 2, w1 = 0.6, w2 = -0.4, b = 0.5, target = 1, activation = 'sigmoid' } = this;
    return { x1, x2, w1, w2, b, target, activation };
  }

  override render(): TemplateResult {
    const at = this.given;
    const found = neuron(this.computing, at);
    const { open = 7 } = this;
    const parts = this.shown.show(uses.flatMap(([, , forward, back]) => [open >= forward ? 1 : 0, open >= back ? 1 : 0]));
    return html`<div class="neuron-graph">
      <svg class="plot graph" viewBox="0 0 1168 322" width="1168" height="322" role="group" aria-label=${this.spoken(at, found, open)} data-prevent-swipe>
        <rect class="cell" x="486" y="62" width="364" height="176" rx="88"></rect>
        ${uses.map(([from, to, , back], i) => this.use(found, from, to, parts[2 * i] ?? 1, parts[2 * i + 1] ?? 1, open >= back))}
        ${(['p1', 'p2', 's', 'y', 'L'] as const).map((name) => outline(shapes[name]))}
        ${this.upstream(found, open)}
        ${(['x1', 'x2', 'w1', 'w2', 'b', 'target'] as const).map((name) => this.handle(name, at[name]))}
      </svg>
      ${this.words(at, found, open)}
    </div>`;
  }

  private use(found: Neuron, from: NeuronName | 'target', to: NeuronName, forward: number, back: number, open: boolean): SVGTemplateResult {
    const way = wayOf(from, to);
    const name = from === 'target' ? 'y' : from;
    const side = from === 'w1' || from === 'w2' || from === 'b' || from === 'p2' ? -1 : 1;
    const straightOn = to === 'y' || to === 'L';
    const wide = to === 's' ? 0.74 : to === 'p1' || to === 'p2' ? 0.73 : 0.7;
    return svg`<g class=${forward > 0 ? 'edge reached' : 'edge'}>
      ${back === 1 ? nothing : wire(way, 1, 'wire')}
      ${back > 0 ? downstreamLine(way, 1, back) : nothing}
      ${open ? localFrame(way(wide), format(found.local(name))) : nothing}
      ${open ? besideText(way, straightOn ? 0.26 : 0.28, side * (straightOn ? -26 : 20), format(found.gradient(name)), 'gradient downstream') : nothing}
      ${forward > 0 && forward < 1 ? pulse(way(forward), 'ink') : nothing}
      ${back > 0 && back < 1 ? pulse(way(1 - back), 'downstream') : nothing}
    </g>`;
  }

  /** What comes back to a node is the upstream gradient of what it does next. */
  private upstream(found: Neuron, open: number): unknown {
    const seen: readonly (readonly [NeuronName, number])[] = [
      ['L', 4],
      ['y', 5],
      ['s', 6],
      ['p1', 7],
      ['p2', 7],
    ];
    return seen.map(([name, turn]) =>
      open >= turn ? upstreamArrow({ x: shapes[name].x + (name === 'L' ? 8 : 0), y: shapes[name].y + 54 }, format(found.gradient(name))) : nothing,
    );
  }

  private words(at: NeuronAt, found: Neuron, open: number): unknown {
    const value = (name: NeuronName, turn: number): string => (open >= turn ? texNumber(format(found.value(name))) : '{?}');
    const above = (name: NeuronName, source: string, turn: number): unknown =>
      word(shapes[name].x, shapes[name].y - 50, tex(source), open >= turn ? '' : 'unknown');
    const inside = (name: NeuronName, source: string): unknown => word(shapes[name].x, shapes[name].y, tex(source));
    return html`
      ${(Object.keys(letters) as Given[]).map((name) => word(shapes[name].x, shapes[name].y, tex(`${letters[name]} = ${texNumber(format(at[name]))}`)))}
      ${inside('p1', '\\times')}${inside('p2', '\\times')}${inside('s', '+')}${inside('y', signs[at.activation])}${inside('L', '(y - t)^2')}
      ${open >= 1 ? html`${word(shapes.p1.x + 44, shapes.p1.y - 30, tex(value('p1', 1)), '', 'start')}${word(shapes.p2.x + 44, shapes.p2.y - 34, tex(value('p2', 1)), '', 'start')}` : nothing}
      ${above('s', `s = ${value('s', 1)}`, 1)}${above('y', `y = ${value('y', 2)}`, 2)}${above('L', `L = ${value('L', 3)}`, 3)}`;
  }

  /** 40 pixels sideways are 1. */
  private handle(name: Given, value: number): SVGTemplateResult {
    const { x, y, width, height } = shapes[name];
    const change = (next: number): void => this.send('neuronchange', { [name]: tenth(next, range) });
    const onKey = (event: KeyboardEvent): void => {
      const step = arrowStep(event);
      if (!step) return;
      event.preventDefault();
      change(value + step.x + step.y);
    };
    const onDown = (event: PointerEvent): void => {
      const handle = event.currentTarget;
      if (!(handle instanceof SVGElement) || !handle.ownerSVGElement) return;
      const start = pointerIn(handle.ownerSVGElement, event).x;
      drag(event, (at) => change(value + (at.x - start) / 40));
    };
    const spoken = name === 'target' ? this.say('목표값 t', 'the target t') : name;
    return svg`<g class="pill ${name}" tabindex="0" role="slider" aria-label=${spoken} aria-valuenow=${value} aria-valuetext=${format(value)}
      aria-valuemin=${range[0]} aria-valuemax=${range[1]} @keydown=${onKey} @pointerdown=${onDown}>
      <rect class="outline" x=${x - width / 2} y=${y - height / 2} width=${width} height=${height} rx=${height / 2}></rect>
      <path class="grip" d="M${x - width / 2 + 16} ${y - 7}l-7 7l7 7M${x + width / 2 - 16} ${y - 7}l7 7l-7 7"></path></g>`;
  }

  private spoken(at: NeuronAt, found: Neuron, open: number): string {
    const names: readonly NeuronName[] = ['w1', 'w2', 'b'];
    const parts = [
      ...(Object.keys(letters) as Given[]).map((name) => `${name === 'target' ? 't' : name} = ${format(at[name])}`),
      ...(open >= 1 ? [`s = ${format(found.value('s'))}`] : []),
      ...(open >= 2 ? [`y = ${format(found.value('y'))}`] : []),
      ...(open >= 3 ? [`L = ${format(found.value('L'))}`] : []),
      ...(open >= 5 ? [`∂L/∂s = ${format(found.gradient('s'))}`] : []),
      ...(open >= 7 ? names.map((name) => `∂L/∂${name} = ${format(found.gradient(name))}`) : []),
    ];
    return this.say(`Neuron 하나: ${parts.join('; ')}`, `One neuron: ${parts.join('; ')}`);
  }
}

function outline({ x, y, width, height }: Shape): SVGTemplateResult {
  return svg`<rect class="outline" x=${x - width / 2} y=${y - height / 2} width=${width} height=${height} rx=${height / 2}></rect>`;
}

customElements.define('neuron-graph', NeuronGraph);

export const doc: PictureDoc = {
  tag: 'neuron-graph',
  about: {
    ko: 'Neuron 하나의 forward pass와 backward pass. 입력과 weight를 끌어서 바꾼다.',
    en: 'The forward and the backward pass of one neuron, with inputs and weights to drag.',
  },
  attributes: [
    ...(['x1', 'x2', 'w1', 'w2', 'b', 'target'] as const).map((name) => ({
      name,
      type: 'number',
      default: { x1: '1', x2: '2', w1: '0.6', w2: '−0.4', b: '0.5', target: '1' }[name],
      about: { ko: name === 'target' ? '목표값 t.' : '입력 또는 weight.', en: name === 'target' ? 'The target t.' : 'An input or a weight.' },
    })),
    { name: 'activation', type: 'sigmoid | tanh | relu', default: 'sigmoid', about: { ko: 'Activation 함수.', en: 'The activation function.' } },
    {
      name: 'open',
      type: 'number: 0 … 7',
      default: '7',
      about: {
        ko: '1 합, 2 activation, 3 loss; 되돌아 4 y, 5 s, 6 합의 입력, 7 weight.',
        en: '1 the sum, 2 the activation, 3 the loss; back 4 to y, 5 to s, 6 through the sum, 7 to the weights.',
      },
    },
  ],
  events: [{ name: 'neuronchange', detail: '{ w1 } | { x1 } | …', about: { ko: '값을 끌었다.', en: 'A value was dragged.' } }],
  example: '<neuron-graph w1="0.6" w2="-0.4" b="0.5" activation="tanh"></neuron-graph>',
};
