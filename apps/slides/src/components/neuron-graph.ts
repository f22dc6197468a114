// One neuron as a graph: inputs and weights, their sum, the activation, the loss. Values run forward; upstream × local =
// downstream comes back. Every input is dragged sideways: sends `neuronchange` { w1 } and the like.

import { html, nothing, type PropertyDeclarations, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { type Activation, type Neuron, type NeuronAt, type NeuronName, neuron } from '../lesson/neuron.ts';
import { format, shortForms } from '../numbers/format.ts';
import { tex } from '../numbers/formula.ts';
import { texNumber } from '../numbers/tex.ts';
import { type PictureDoc, stageWidth } from './doc.ts';
import { lengthOf, type Shape } from './graph/curve.ts';
import { downstreamLine, fitting, localFrame, productColumn, productMark, pulse, wire } from './graph/marks.ts';
import { pill } from './graph/pill.ts';
import { word } from './graph/word.ts';
import { LiveElement } from './live-element.ts';
import {
  type Drawn,
  type Given,
  layoutOf,
  type NeuronLayout,
  type Product,
  type ProductPlace,
  type Step,
  stage,
} from './neuron-graph/layout.ts';
import { Tween } from './tween.ts';

/** The wires: a weight sits on the wire of its input. When a value arrives, and when the downstream gradient comes back. */
const wires: readonly (readonly [from: Drawn, to: Drawn, forward: number, back: number])[] = [
  ['x1', 'w1', 1, 99],
  ['x2', 'w2', 1, 99],
  ['w1', 's', 1, 6],
  ['w2', 's', 1, 6],
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
    width: { type: Number },
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
  declare width: number;

  private readonly shown: Tween = new Tween(this);

  constructor() {
    super();
    this.width = stage;
  }

  private get given(): NeuronAt {
    const { x1 = 1, x2 = 2, w1 = 0.6, w2 = -0.4, b = 0.5, target = 1, activation = 'sigmoid' } = this;
    return { x1, x2, w1, w2, b, target, activation };
  }

  override render(): TemplateResult {
    const at = this.given;
    const found = neuron(this.computing, at);
    const { open = 7 } = this;
    const parts = this.shown.show(
      wires.flatMap(([, , forward, back]) => [open >= forward ? 1 : 0, open >= back ? 1 : 0]),
    );
    const layout = layoutOf(this.width);
    const { height, shapes, cell, cellWord } = layout;
    return html`<div class=${layout.narrow ? 'neuron-graph narrow' : 'neuron-graph'}>
      <svg class="plot graph" viewBox="0 0 ${this.width} ${height}" width=${this.width} height=${height} role="group" aria-label=${this.spoken(at, found, open)} data-prevent-swipe>
        <rect class="cell" x=${cell.x - cell.width / 2} y=${cell.y - cell.height / 2} width=${cell.width} height=${cell.height} rx=${layout.narrow ? 36 : 56}></rect><text x=${cellWord.x} y=${cellWord.y} text-anchor="end">neuron</text>
        ${wires.map(([from, to, , back], i) => this.wire(layout, found, from, to, parts[2 * i] ?? 1, parts[2 * i + 1] ?? 1, open >= back))}
        ${(['s', 'y', 'L'] as const).map((name) => outline(shapes[name]))}
        ${open >= 4 ? this.products(layout, found, open) : nothing}
        ${givens.map((name) => this.handle(name, at[name], shapes[name]))}
      </svg>
      ${this.words(layout, at, found, open)}
    </div>`;
  }

  private wire(
    layout: NeuronLayout,
    found: Neuron,
    from: Drawn,
    to: Drawn,
    forward: number,
    back: number,
    open: boolean,
  ): SVGTemplateResult {
    const way = layout.way(from, to);
    return svg`<g class=${forward > 0 ? 'edge reached' : 'edge'}>
      ${back === 1 ? nothing : wire(way, layout.pieces, 'wire')}
      ${back > 0 ? downstreamLine(way, layout.pieces, back, lengthOf(way)) : nothing}
      ${open && to === 's' ? localFrame(layout.local(from), format(found.local(sums[from] ?? 'b'))) : nothing}
      ${forward > 0 && forward < 1 ? pulse(way(forward), 'ink') : nothing}
      ${back > 0 && back < 1 ? pulse(way(1 - back), 'downstream') : nothing}
    </g>`;
  }

  /** At each node, in its own numbers: upstream × local = downstream. */
  private products({ products }: NeuronLayout, found: Neuron, open: number): SVGTemplateResult[] {
    const rows: readonly (readonly [place: Product, of: NeuronName, by: NeuronName, turn: number])[] = [
      ['L', 'y', 'L', 4],
      ['y', 's', 'y', 5],
      ['w1', 'w1', 'p1', 7],
      ['w2', 'w2', 'p2', 7],
      ['b', 'b', 's', 7],
    ];
    return rows
      .filter(([, , , turn]) => open >= turn)
      .map(([place, of, by]) => productAt(products[place], [found.gradient(by), found.local(of), found.gradient(of)]));
  }

  private words({ shapes, values, letters: most }: NeuronLayout, at: NeuronAt, found: Neuron, open: number): unknown {
    const size = (number: string): string => (number.length > most ? 'long' : '');
    const result = (name: Step, turn: number): unknown => {
      const { x, y, anchor, room } = values[name];
      if (open < turn) return word(x, y, tex(`${name} = {?}`), 'unknown', anchor);
      const number = fitted(found.value(name), room);
      return word(x, y, tex(`${name} = ${texNumber(number)}`), size(number), anchor);
    };
    const inside = (name: Drawn, source: string, size = ''): unknown =>
      word(shapes[name].x, shapes[name].y, tex(source), size);
    return html`
      ${givens.map((name) => {
        const number = format(at[name]);
        return inside(name, `${letters[name]} = ${texNumber(number)}`, size(number));
      })}
      ${inside('s', '+')}${inside('y', signs[at.activation])}${inside('L', '(y - t)^2')}
      ${result('s', 1)}${result('y', 2)}${result('L', 3)}`;
  }

  private handle(name: Given, value: number, shape: Shape): SVGTemplateResult {
    const label = name === 'target' ? this.say('목표값 t', 'the target t') : name;
    return pill({ name, label, value, range, shape }, (next) => this.send('neuronchange', { [name]: next }));
  }

  private spoken(at: NeuronAt, found: Neuron, open: number): string {
    const names: readonly NeuronName[] = ['w1', 'w2', 'b'];
    const parts = [
      ...givens.map((name) => `${name === 'target' ? 't' : name} = ${format(at[name])}`),
      ...(open >= 1 ? [`s = ${format(found.value('s'))}`] : []),
      ...(open >= 2 ? [`y = ${format(found.value('y'))}`] : []),
      ...(open >= 3 ? [`L = ${format(found.value('L'))}`] : []),
      ...(open >= 4 ? [`∂L/∂y = ${format(found.gradient('y'))}`] : []),
      ...(open >= 5 ? [`∂L/∂s = ${format(found.gradient('s'))}`] : []),
      ...(open >= 7 ? names.map((name) => `∂L/∂${name} = ${format(found.gradient(name))}`) : []),
    ];
    return this.say(`Neuron 하나의 계산 그래프: ${parts.join('; ')}.`, `The graph of one neuron: ${parts.join('; ')}.`);
  }
}

const givens: readonly Given[] = ['x1', 'x2', 'w1', 'w2', 'b', 'target'];
/** What arrives at the sum from a weight's pill. */
const sums: Readonly<Partial<Record<Drawn, NeuronName>>> = { w1: 'p1', w2: 'p2', b: 'b' };

/** As many digits as there is room for. */
function fitted(value: number, room: number): string {
  return fitting([format(value), ...shortForms(value)], room);
}

function productAt({ x, y, form, size, room }: ProductPlace, numbers: readonly number[]): SVGTemplateResult {
  const frame = 16;
  const texts = numbers.map((one, i) => fitted(one, room / size - (i === 1 ? frame : 0)));
  const mark = form === 'row' ? productMark : productColumn;
  return svg`<g transform="scale(${size})">${mark({ x: x / size, y: y / size }, texts)}</g>`;
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
      about: {
        ko: name === 'target' ? '목표값 t.' : '입력 또는 weight.',
        en: name === 'target' ? 'The target t.' : 'An input or a weight.',
      },
    })),
    {
      name: 'activation',
      type: 'sigmoid | tanh | relu',
      default: 'sigmoid',
      about: { ko: 'Activation 함수.', en: 'The activation function.' },
    },
    {
      name: 'open',
      type: 'number: 0 … 7',
      default: '7',
      about: {
        ko: '1 합, 2 activation, 3 loss; 되돌아 4 y, 5 s, 6 합의 입력, 7 weight.',
        en: '1 the sum, 2 the activation, 3 the loss; back 4 to y, 5 to s, 6 through the sum, 7 to the weights.',
      },
    },
    stageWidth,
  ],
  events: [
    { name: 'neuronchange', detail: '{ w1 } | { x1 } | …', about: { ko: '값을 끌었다.', en: 'A value was dragged.' } },
  ],
  example: '<neuron-graph w1="0.6" w2="-0.4" b="0.5" activation="tanh"></neuron-graph>',
};
