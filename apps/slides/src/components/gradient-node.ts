// One node z = f(x, y), large: the upstream gradient comes in from the right, the local gradients stand at the node in
// their dotted frames, the downstream gradients leave to the left; in a column, from below and to the top. Each is a closed
// envelope until its turn.
// x, y and the upstream gradient are dragged sideways. Sends `nodechange` { x } or { y } or { upstream }.

import { html, nothing, type PropertyDeclarations, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { type NodeAt, type NodeGradients, type NodeKind, oneNode } from '../lesson/one-node.ts';
import { format } from '../numbers/format.ts';
import { tex, toned } from '../numbers/formula.ts';
import { texNumber } from '../numbers/tex.ts';
import { type PictureDoc, stageWidth } from './doc.ts';
import { layoutOf, type NodeLayout, type Operand, stage } from './gradient-node/layout.ts';
import { lengthOf, type Shape, type Spot } from './graph/curve.ts';
import { downstreamLine, envelope, pulse, upstreamLine, wire } from './graph/marks.ts';
import { pill } from './graph/pill.ts';
import { word } from './graph/word.ts';
import { LiveElement } from './live-element.ts';
import { Tween } from './tween.ts';

type Name = 'x' | 'y' | 'upstream';

/** How an equation is written on the drawing. */
interface Look {
  readonly name?: string;
  readonly tone?: 'upstream' | 'local' | 'downstream';
  /** It stands between the grips of a value. */
  readonly grips?: boolean;
}

const signs: Readonly<Record<NodeKind, string>> = {
  product: '\\times',
  sum: '+',
  square: '(\\;)^2',
  max: '\\max',
};

const range: readonly [number, number] = [-9, 9];

export class GradientNode extends LiveElement {
  static override properties: PropertyDeclarations = {
    kind: { type: String },
    x: { type: Number },
    y: { type: Number },
    upstream: { type: Number },
    open: { type: Number },
    width: { type: Number },
  };

  declare kind: NodeKind | undefined;
  declare x: number | undefined;
  declare y: number | undefined;
  declare upstream: number | undefined;
  /** 1 z, 2 the upstream gradient, 3 the local ones, 4 the downstream one by x, 5 that by y. */
  declare open: number | undefined;
  declare width: number;

  private readonly shown: Tween = new Tween(this);

  constructor() {
    super();
    this.width = stage;
  }

  private get given(): NodeAt {
    return { kind: this.kind ?? 'product', x: this.x ?? 3, y: this.y ?? 2, upstream: this.upstream ?? 2 };
  }

  override render(): TemplateResult {
    const at = this.given;
    const open = this.open ?? 5;
    const found = oneNode(this.computing, at);
    const operands: readonly Operand[] = found.local.y === undefined ? ['x'] : ['x', 'y'];
    const layout = layoutOf(this.width, operands.length === 1);
    const { height, node, end, onward, pieces } = layout;
    const [forward = 1, upstream = 0, byX = 0, byY = 0] = this.shown.show(
      [1, 2, 4, 5].map((turn) => (open >= turn ? 1 : 0)),
    );
    const back = { x: byX, y: byY };
    return html`<div class=${layout.narrow ? 'gradient-node narrow' : 'gradient-node'}>
      <svg class="plot graph" viewBox="0 0 ${this.width} ${height}" width=${this.width} height=${height} role="group" aria-label=${this.spoken(found, open)} data-prevent-swipe>
        ${operands.map((name) => this.operand(layout, name, open, back[name], forward))}
        <g class="edge reached">${wire(onward, pieces, 'wire')}</g>
        ${forward > 0 && forward < 1 ? pulse(onward(forward), 'ink') : nothing}
        ${open < 2 ? envelope(layout.envelopes.upstream, 'upstream') : upstreamLine(layout.back, pieces, upstream, lengthOf(layout.back))}
        <circle class="outline" cx=${node.x} cy=${node.y} r=${node.width / 2}></circle>
        <rect class="outline" x=${end.x - end.width / 2} y=${end.y - end.height / 2} width=${end.width} height=${end.height} rx=${end.height / 2}></rect>
        ${operands.map((name) => this.handle(name, at[name], layout.operands[name]))}
        ${open >= 2 ? this.handle('upstream', at.upstream, layout.upstream) : nothing}
      </svg>
      ${this.words(layout, found, operands, open)}
    </div>`;
  }

  private operand(
    { wires, pieces, local, envelopes }: NodeLayout,
    name: Operand,
    open: number,
    back: number,
    forward: number,
  ): SVGTemplateResult {
    const curve = wires[name];
    const { x, y, width, height } = local[name];
    return svg`<g class="edge reached">
      ${back === 1 ? nothing : wire(curve, pieces, 'wire')}
      ${back > 0 ? downstreamLine(curve, pieces, back, lengthOf(curve)) : nothing}
      ${back > 0 && back < 1 ? pulse(curve(1 - back), 'downstream') : nothing}
      ${forward > 0 && forward < 1 ? pulse(curve(forward), 'ink') : nothing}
      ${open >= 3 ? svg`<g class="local-frame"><rect x=${x - width / 2} y=${y - height / 2} width=${width} height=${height}></rect></g>` : envelope({ x, y }, 'local')}
      ${open >= (name === 'x' ? 4 : 5) ? nothing : envelope(envelopes[name], 'downstream')}
    </g>`;
  }

  private words(layout: NodeLayout, found: NodeGradients, operands: readonly Operand[], open: number): unknown {
    const { kind, x, y } = this.given;
    const { node, end } = layout;
    const values = { x, y };
    const equation = (at: Spot, left: string, value = Number.NaN, { name = '', tone, grips }: Look = {}): unknown => {
      const number = format(value);
      const source = `${left} = ${texNumber(number)}`;
      const size = number.length > layout.letters + (grips ? 0 : 2) ? 'long' : '';
      return word(at.x, at.y, tex(tone ? toned(tone, source) : source), `${name} ${size}`);
    };
    const by = (of: string, name: string): string => `\\dfrac{\\partial ${of}}{\\partial ${name}}`;
    return html`
      ${word(node.x, node.y, tex(signs[kind]), 'huge')}
      ${word(end.x, end.y, tex('L'), 'big')}
      ${open >= 1 ? equation(layout.z, 'z', found.z, { name: 'big on-way' }) : word(layout.z.x, layout.z.y, tex('z = {?}'), 'big on-way unknown')}
      ${open >= 2 ? equation(layout.upstream, by('L', 'z'), found.upstream, { tone: 'upstream', grips: true }) : nothing}
      ${operands.map(
        (name) => html`${equation(layout.operands[name], name, values[name], { name: 'big', grips: true })}
          ${open >= 3 ? equation(layout.local[name], by('z', name), found.local[name], { tone: 'local' }) : nothing}
          ${open >= (name === 'x' ? 4 : 5) ? equation(layout.downstream[name], by('L', name), found.downstream[name], { name: 'on-way', tone: 'downstream' }) : nothing}`,
      )}`;
  }

  private handle(name: Name, value: number, shape: Shape): SVGTemplateResult {
    const spoken = name === 'upstream' ? 'upstream gradient' : name;
    const label = this.say(`${spoken}의 값`, `value of ${spoken}`);
    return pill({ name, label, value, range, shape }, (next) => this.send('nodechange', { [name]: next }));
  }

  private spoken({ z, upstream, local, downstream }: NodeGradients, open: number): string {
    const { x, y } = this.given;
    const two = local.y !== undefined;
    const parts = [
      `x = ${format(x)}`,
      ...(two ? [`y = ${format(y)}`] : []),
      ...(open >= 1 ? [`z = ${format(z)}`] : []),
      ...(open >= 2 ? [`upstream gradient ${format(upstream)}`] : []),
      ...(open >= 3
        ? [`local gradient ${[local.x, ...(two ? [local.y ?? 0] : [])].map((one) => format(one)).join(', ')}`]
        : []),
      ...(open >= 4
        ? [
            `downstream gradient ${[downstream.x, ...(two && open >= 5 ? [downstream.y ?? 0] : [])].map((one) => format(one)).join(', ')}`,
          ]
        : []),
    ];
    return this.say(`Node 하나: ${parts.join('; ')}.`, `One node: ${parts.join('; ')}.`);
  }
}

customElements.define('gradient-node', GradientNode);

export const doc: PictureDoc = {
  tag: 'gradient-node',
  about: {
    ko: 'Node 하나에 들어오는 upstream, node의 local, 나가는 downstream gradient.',
    en: 'One node: the upstream gradient coming in, its local gradients, the downstream gradients going out.',
  },
  attributes: [
    {
      name: 'kind',
      type: 'product | sum | square | max',
      default: 'product',
      about: { ko: 'Node의 연산.', en: 'What the node does.' },
    },
    { name: 'x', type: 'number', default: '3', about: { ko: '첫째 입력.', en: 'The first operand.' } },
    { name: 'y', type: 'number', default: '2', about: { ko: '둘째 입력.', en: 'The second operand.' } },
    {
      name: 'upstream',
      type: 'number',
      default: '2',
      about: { ko: '들어오는 gradient.', en: 'The gradient that comes in.' },
    },
    {
      name: 'open',
      type: 'number: 0 … 5',
      default: '5',
      about: {
        ko: '열린 것: 1 z, 2 upstream, 3 local, 4 x의 downstream, 5 y의 downstream.',
        en: 'What is open: 1 z, 2 upstream, 3 local, 4 downstream by x, 5 downstream by y.',
      },
    },
    stageWidth,
  ],
  events: [
    {
      name: 'nodechange',
      detail: '{ x } | { y } | { upstream }',
      about: { ko: '값을 끌었다.', en: 'A value was dragged.' },
    },
  ],
  example: '<gradient-node kind="product" x="3" y="2" upstream="2"></gradient-node>',
};
