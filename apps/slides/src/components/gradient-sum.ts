// Gradients added head to tail: each data point's arrow begins where the one before ends, and the sum goes from the first
// tail to the last head. Vectors that it isn't given it computes from data and line.

import { html, nothing, type PropertyDeclarations, svg, type TemplateResult } from 'lit';
import { type Line, lectureLine, lecturePoints, type Points } from '../lesson/points.ts';
import { valleysOn } from '../lesson/valleys.ts';
import { format } from '../numbers/format.ts';
import { downstreamArrow } from './arrow.ts';
import type { PictureDoc } from './doc.ts';
import { textWidth } from './graph/marks.ts';
import { LiveElement } from './live-element.ts';
import { Tween } from './tween.ts';

type Place = readonly [number, number];

const margin = 34;
/** Room for the numbers beside the arrows, on a drawing narrower than `narrow`. */
const side = 56;
const narrow = 400;

export class GradientSum extends LiveElement {
  static override properties: PropertyDeclarations = {
    points: { type: Object },
    line: { type: Object },
    vectors: { type: Array },
    width: { type: Number },
    height: { type: Number },
  };

  declare points: Points;
  declare line: Line;
  declare vectors: readonly Line[] | undefined;
  declare width: number;
  declare height: number;

  private readonly shown: Tween = new Tween(this);

  constructor() {
    super();
    this.points = lecturePoints;
    this.line = lectureLine;
    this.width = 460;
    this.height = 200;
  }

  override render(): TemplateResult {
    const { width, height, say } = this;
    const vectors = this.vectors ?? valleysOn(this.computing).gradients(this.points, this.line);
    const heads: Place[] = [[0, 0]];
    for (const { a, b } of vectors) {
      const [x, y] = heads.at(-1) ?? [0, 0];
      heads.push([x + a, y + b]);
    }
    const [least, greatest] = [
      [Math.min(...heads.map(([x]) => x)), Math.min(...heads.map(([, y]) => y))],
      [Math.max(...heads.map(([x]) => x)), Math.max(...heads.map(([, y]) => y))],
    ];
    const span = (i: 0 | 1): number => (greatest[i] ?? 0) - (least[i] ?? 0);
    // Both axes have one unit: the arrows' directions are those of the plane.
    const unit = Math.min(
      (width - 2 * (width < narrow ? side : margin)) / (span(0) || 1),
      (height - 2 * margin) / (span(1) || 1),
    );
    const place = ([x, y]: Place): Place => [
      width / 2 + (x - ((least[0] ?? 0) + (greatest[0] ?? 0)) / 2) * unit,
      height / 2 - (y - ((least[1] ?? 0) + (greatest[1] ?? 0)) / 2) * unit,
    ];
    const flat = this.shown.show(heads.flatMap((at) => place(at)));
    const places = heads.map((_, k): Place => [flat[2 * k] ?? 0, flat[2 * k + 1] ?? 0]);
    const [first = [0, 0], last = [0, 0]] = [places[0], places.at(-1)];
    const total = heads.at(-1) ?? [0, 0];
    const pair = ([x, y]: Place): string => `(${format(x)}, ${format(y)})`;
    // Flat arrows have no side for their numbers, and labels in each other's way say nothing.
    const labels =
      span(1) * unit < 30
        ? []
        : vectors
            .map(({ a, b }, k) => labelOf(pair([a, b]), places[k] ?? [0, 0], places[k + 1] ?? [0, 0]))
            .filter((label) => label !== undefined)
            .map((label) => within(label, width));
    const each = vectors.map(({ a, b }) => pair([a, b])).join(', ');
    const words = say(
      `Gradient ${each}: 화살표를 이어 붙인 합은 ${pair(total)}.`,
      `The gradients ${each} as arrows, head to tail, add up to ${pair(total)}.`,
    );
    return html`<svg class="plot gradient-sum" viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="img" aria-label=${words}>
      ${vectors.map((_, k) => {
        const [from = [0, 0], to = [0, 0]] = [places[k], places[k + 1]] as const;
        const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
        if (Math.hypot(dx, dy) < 12) return svg`<circle class="nought" cx=${from[0]} cy=${from[1]} r="4"></circle>`;
        return svg`<path class="addend" d=${shaft(from, to)}></path>`;
      })}
      ${downstreamArrow(first, last)}
      ${labels.some((one, i) => labels.slice(i + 1).some((other) => overlap(one, other))) ? nothing : labels.map(({ text, x, y, end }) => svg`<text class="addend-label" x=${x} y=${y} text-anchor=${end ? 'end' : 'start'}>${text}</text>`)}
      ${vectors.length ? nothing : svg`<circle class="nought" cx=${first[0]} cy=${first[1]} r="5"></circle>`}
    </svg>`;
  }
}

/** A number beside its arrow; `end` is where its text is anchored. */
interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly end: boolean;
}

function labelOf(text: string, from: Place, to: Place): Label | undefined {
  const [x, y] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  if (Math.hypot(to[0] - from[0], to[1] - from[1]) < 40) return undefined;
  const end = to[1] > from[1] === to[0] > from[0];
  return { text, x: end ? x - 8 : x + 12, y: y + 24, end };
}

/** Moved sideways as far as it would be cut off. */
function within(label: Label, width: number): Label {
  const length = textWidth(label.text);
  const [least, greatest] = label.end ? [length, width] : [0, width - length];
  return { ...label, x: Math.max(least, Math.min(greatest, label.x)) };
}

function overlap(one: Label, other: Label): boolean {
  const left = ({ text, x, end }: Label): number => (end ? x - 12 * text.length : x);
  const apart = left(one) + 12 * one.text.length < left(other) || left(other) + 12 * other.text.length < left(one);
  return !apart && Math.abs(one.y - other.y) < 26;
}

/** A thin arrow. */
function shaft([x0, y0]: Place, [x, y]: Place): string {
  const angle = Math.atan2(y - y0, x - x0);
  const wing = (turn: number): string => `${x - 12 * Math.cos(angle + turn)} ${y - 12 * Math.sin(angle + turn)}`;
  return `M${x0} ${y0}L${x} ${y}M${wing(0.45)}L${x} ${y}L${wing(-0.45)}`;
}

export const doc: PictureDoc = {
  tag: 'gradient-sum',
  about: {
    ko: '점마다의 gradient를 머리에 꼬리를 이어 더한다.',
    en: 'The gradients of the data points, added head to tail.',
  },
  attributes: [
    {
      name: 'vectors',
      type: 'JSON: { a, b }[]',
      default: '—',
      about: {
        ko: '더할 화살표. 없으면 데이터와 직선에서 계산한다.',
        en: 'The arrows to add; computed from data and line unless given.',
      },
    },
    {
      name: 'points',
      type: 'JSON: { x: number[], y: number[] }',
      default: '{"x":[-2,0,1],"y":[-1,1,2]}',
      about: { ko: '데이터.', en: 'The data.' },
    },
    {
      name: 'line',
      type: 'JSON: { a, b }',
      default: '{"a":2,"b":1}',
      about: { ko: '현재의 직선.', en: 'The current line.' },
    },
    { name: 'width', type: 'number', default: '460', about: { ko: '너비(px).', en: 'Width in px.' } },
    { name: 'height', type: 'number', default: '200', about: { ko: '높이(px).', en: 'Height in px.' } },
  ],
  events: [],
  example: `<gradient-sum line='{"a":2,"b":1}'></gradient-sum>`,
};

customElements.define('gradient-sum', GradientSum);
