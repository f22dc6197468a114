// One node z = f(x, y), large: the upstream gradient comes in from the right, the local gradients stand at the node in
// their dotted frames, the downstream gradients leave to the left. Each is a closed envelope until its turn.
// x, y and the upstream gradient are dragged sideways. Sends `nodechange` { x } or { y } or { upstream }.

import { html, nothing, type PropertyDeclarations, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { type NodeAt, type NodeGradients, type NodeKind, oneNode } from '../lesson/one-node.ts';
import { format } from '../numbers/format.ts';
import { tex, toned } from '../numbers/formula.ts';
import { texNumber } from '../numbers/tex.ts';
import type { PictureDoc } from './doc.ts';
import { between, type Curve, lengthOf, type Shape, straight } from './graph/curve.ts';
import { downstreamLine, envelope, pulse, wire } from './graph/marks.ts';
import { pill } from './graph/pill.ts';
import { word } from './graph/word.ts';
import { LiveElement } from './live-element.ts';
import { Tween } from './tween.ts';

type Name = 'x' | 'y' | 'upstream';
type Operand = 'x' | 'y';

const signs: Readonly<Record<NodeKind, string>> = {
  product: '\\times',
  sum: '+',
  square: '(\\;)^2',
  max: '\\max',
};

const pills: Readonly<Record<Operand, Shape>> = {
  x: { x: 120, y: 60, width: 228, height: 64 },
  y: { x: 120, y: 300, width: 228, height: 64 },
};
const center: Shape = { x: 640, y: 180, width: 140, height: 140 };
const end: Shape = { x: 1096, y: 180, width: 116, height: 64 };
/** Where on a wire the gradients stand, as parts of its way. */
const spots = { local: 0.62, downstream: 0.25 } as const;
const range: readonly [number, number] = [-9, 9];

function wires(operand: Operand, alone: boolean): Curve {
  const pill = alone ? { ...pills[operand], y: center.y } : pills[operand];
  return between(straight(pill, center), pill, center, 6);
}

export class GradientNode extends LiveElement {
  static override properties: PropertyDeclarations = {
    kind: { type: String },
    x: { type: Number },
    y: { type: Number },
    upstream: { type: Number },
    open: { type: Number },
  };

  declare kind: NodeKind | undefined;
  declare x: number | undefined;
  declare y: number | undefined;
  declare upstream: number | undefined;
  /** 1 z, 2 the upstream gradient, 3 the local ones, 4 the downstream one by x, 5 that by y. */
  declare open: number | undefined;

  private readonly shown: Tween = new Tween(this);

  private get given(): NodeAt {
    return { kind: this.kind ?? 'product', x: this.x ?? 3, y: this.y ?? 2, upstream: this.upstream ?? 2 };
  }

  override render(): TemplateResult {
    const at = this.given;
    const open = this.open ?? 5;
    const found = oneNode(this.computing, at);
    const operands: readonly Operand[] = found.local.y === undefined ? ['x'] : ['x', 'y'];
    const alone = operands.length === 1;
    const [forward = 1, upstream = 0, byX = 0, byY = 0] = this.shown.show(
      [1, 2, 4, 5].map((turn) => (open >= turn ? 1 : 0)),
    );
    const back = { x: byX, y: byY };
    const path = between(straight(center, end), center, end, 6);
    return html`<div class="gradient-node">
      <svg class="plot graph" viewBox="0 0 1168 352" width="1168" height="352" role="group" aria-label=${this.spoken(found, open)} data-prevent-swipe>
        ${operands.map((name) => this.operand(name, wires(name, alone), open, back[name], forward))}
        <g class="edge reached">${wire(path, 1, 'wire')}</g>
        ${forward > 0 && forward < 1 ? pulse(path(forward), 'ink') : nothing}
        ${this.incoming(upstream, open)}
        <circle class="outline" cx=${center.x} cy=${center.y} r=${center.width / 2}></circle>
        <rect class="outline" x=${end.x - 58} y=${end.y - 32} width="116" height="64" rx="32"></rect>
        ${operands.map((name) => this.handle(name, at[name], { ...pills[name], y: alone ? center.y : pills[name].y }))}
        ${open >= 2 ? this.handle('upstream', at.upstream, { x: 870, y: 268, width: 250, height: 76 }) : nothing}
      </svg>
      ${this.words(found, operands, open)}
    </div>`;
  }

  private operand(name: Operand, curve: Curve, open: number, back: number, forward: number): SVGTemplateResult {
    const side = name === 'x' ? -1 : 1;
    const label = curve(spots.downstream);
    return svg`<g class="edge reached">
      ${back === 1 ? nothing : wire(curve, 1, 'wire')}
      ${back > 0 ? downstreamLine(curve, 1, back, lengthOf(curve)) : nothing}
      ${back > 0 && back < 1 ? pulse(curve(1 - back), 'downstream') : nothing}
      ${forward > 0 && forward < 1 ? pulse(curve(forward), 'ink') : nothing}
      ${open >= 3 ? svg`<g class="local-frame"><rect x=${curve(spots.local).x - 84} y=${curve(spots.local).y - 42} width="168" height="84"></rect></g>` : envelope(curve(spots.local), 'local')}
      ${open >= (name === 'x' ? 4 : 5) ? nothing : envelope({ x: label.x, y: label.y + side * 48 }, 'downstream')}
    </g>`;
  }

  /** The solid arrow that comes back from L. */
  private incoming(part: number, open: number): unknown {
    if (open < 2) return envelope({ x: 860, y: 226 }, 'upstream');
    const tip = 1024 - (1024 - 724) * part;
    return svg`<g class="upstream-arrow"><path class="shaft" d="M1024 214H${tip + 12}"></path><path class="head" d="M${tip} 214l20 -11v22z"></path></g>`;
  }

  private words(found: NodeGradients, operands: readonly Operand[], open: number): unknown {
    const { kind, x, y } = this.given;
    const number = (value: number | undefined): string => texNumber(format(value ?? Number.NaN));
    const alone = operands.length === 1;
    const values = { x, y };
    return html`
      ${word(center.x, center.y, tex(signs[kind]), 'huge')}
      ${word(end.x, end.y, tex('L'), 'big')}
      ${word(870, 146, tex(`z = ${open >= 1 ? number(found.z) : '{?}'}`), open >= 1 ? 'big' : 'big unknown')}
      ${open >= 2 ? word(870, 268, tex(toned('upstream', `\\dfrac{\\partial L}{\\partial z} = ${number(found.upstream)}`))) : nothing}
      ${operands.map((name) => {
        const curve = wires(name, alone);
        const [frame, label] = [curve(spots.local), curve(spots.downstream)];
        const side = name === 'x' ? -1 : 1;
        return html`${word(pills[name].x, alone ? center.y : pills[name].y, tex(`${name} = ${number(values[name])}`), 'big')}
          ${open >= 3 ? word(frame.x, frame.y, tex(toned('local', `\\dfrac{\\partial z}{\\partial ${name}} = ${number(found.local[name])}`))) : nothing}
          ${open >= (name === 'x' ? 4 : 5) ? word(label.x, label.y + side * (alone ? 78 : 58), tex(toned('downstream', `\\dfrac{\\partial L}{\\partial ${name}} = ${number(found.downstream[name])}`))) : nothing}`;
      })}`;
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
