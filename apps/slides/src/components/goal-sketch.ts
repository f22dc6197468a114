// One of the lecture's four goals as a small sketch at one x: a slope, a descent, a chain of slopes, or a node with its
// three gradients.

import { line as lineShape } from 'd3-shape';
import { html, type PropertyDeclarations, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { goalsOn } from '../lesson/goals.ts';
import { format } from '../numbers/format.ts';
import { type Frame, frame } from './axes.ts';
import type { PictureDoc } from './doc.ts';
import { LiveElement } from './live-element.ts';
import { Tween } from './tween.ts';

export type Goal = 'slope' | 'descent' | 'chain' | 'node';

export const doc: PictureDoc = {
  tag: 'goal-sketch',
  about: {
    ko: '강의의 네 목표를 작은 그림으로 보인다: 기울기, 하강, 기울기의 곱, 한 node의 세 gradient.',
    en: 'The lecture’s four goals as small sketches: a slope, a descent, a product of slopes, one node’s three gradients.',
  },
  attributes: [
    {
      name: 'goal',
      type: 'text: slope, descent, chain, node',
      default: 'slope',
      about: { ko: '어느 목표인가.', en: 'Which goal.' },
    },
    { name: 'x', type: 'number', default: '1', about: { ko: 'x의 값.', en: 'The value of x.' } },
  ],
  events: [],
  example: '<goal-sketch goal="descent" x="-0.6"></goal-sketch>',
};

const [width, height] = [236, 168] as const;
const reach = Array.from({ length: 61 }, (_, i) => -1.6 + (3.2 * i) / 60);

export class GoalSketch extends LiveElement {
  static override properties: PropertyDeclarations = { goal: { type: String }, x: { type: Number } };

  declare goal: Goal | undefined;
  declare x: number | undefined;

  private readonly shown: Tween = new Tween(this);

  override render(): TemplateResult {
    const [x = 1] = this.shown.show([this.x ?? 1]);
    const draw: Readonly<Record<Goal, () => readonly [words: string, drawing: SVGTemplateResult]>> = {
      slope: () => this.slope(x),
      descent: () => this.descent(x),
      chain: () => this.chain(this.x ?? 1),
      node: () => this.node(),
    };
    const [words, drawing] = draw[this.goal ?? 'slope']();
    return html`<svg class="plot sketch" viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="img" aria-label=${words}>${drawing}</svg>`;
  }

  private curve(plot: Frame, values: readonly number[]): SVGTemplateResult {
    const path = lineShape<number>(
      (at) => plot.x(at),
      (_, i) => plot.y(values[i] ?? 0),
    )(reach);
    return svg`<path class="curve" d=${path ?? ''}></path>`;
  }

  private slope(x: number): readonly [string, SVGTemplateResult] {
    const goals = goalsOn(this.computing);
    const [value, slope] = goals.slope(x);
    const plot = frame(width, height, { x: [-1.7, 1.7], y: [-0.6, 4.3] }, 8);
    const [from, to] = [x - 0.8, x + 0.8];
    const words = this.say(
      `곡선 위 x = ${format(x)}에서 접선의 기울기는 ${format(slope)}이다.`,
      `A curve; at x = ${format(x)} its tangent has the slope ${format(slope)}.`,
    );
    return [
      words,
      svg`${this.curve(plot, goals.curve(reach))}
        <line class="local-line" x1=${plot.x(from)} y1=${plot.y(value - 0.8 * slope)} x2=${plot.x(to)} y2=${plot.y(value + 0.8 * slope)}></line>
        <circle class="dot" cx=${plot.x(x)} cy=${plot.y(value)} r="7"></circle>`,
    ];
  }

  private descent(x: number): readonly [string, SVGTemplateResult] {
    const goals = goalsOn(this.computing);
    const path = goals.descent(x);
    const losses = goals.valley(path);
    const plot = frame(width, height, { x: [-1.7, 1.7], y: [-0.3, 4.6] }, 8);
    const words = this.say(
      `x = ${format(x)}에서 골짜기 바닥까지 여러 step으로 내려간다.`,
      `From x = ${format(x)} a descent goes down into the valley, step by step.`,
    );
    const points = path.map((at, i) => `${plot.x(at)},${plot.y(losses[i] ?? 0)}`).join(' ');
    return [
      words,
      svg`${this.curve(plot, goals.valley(reach))}<g class="walk"><polyline points=${points}></polyline></g>
        ${path.map((at, i) => svg`<circle class=${i === 0 ? 'first' : 'visited'} cx=${plot.x(at)} cy=${plot.y(losses[i] ?? 0)} r=${i === 0 ? 7 : 5}></circle>`)}`,
    ];
  }

  private chain(x: number): readonly [string, SVGTemplateResult] {
    const { dydx, dzdy, dzdx } = goalsOn(this.computing).chain(x);
    const [inner, outer, both] = [dydx, dzdy, dzdx].map((slope) => format(slope));
    const words = this.say(
      `x에서 y로 ${inner}배, y에서 z로 ${outer}배, 모두 ${both}배가 된다.`,
      `From x to y times ${inner}, from y to z times ${outer}: together times ${both}.`,
    );
    const name = (at: number, letter: string): SVGTemplateResult =>
      svg`<text class="name" x=${at} y="72" text-anchor="middle">${letter}</text>`;
    const arrow = (from: number, to: number): SVGTemplateResult =>
      svg`<path class="pass" d=${`M${from} 64H${to}M${to - 9} 57L${to} 64L${to - 9} 71`}></path>`;
    const local = (at: number, text = ''): SVGTemplateResult =>
      svg`<rect class="local-frame" x=${at - 42} y="8" width="84" height="32" rx="6"></rect><text class="local" x=${at} y="31" text-anchor="middle">${text}</text>`;
    return [
      words,
      svg`${name(16, 'x')}${arrow(32, 102)}${name(118, 'y')}${arrow(134, 204)}${name(220, 'z')}
        ${local(67, inner)}${local(169, outer)}
        <g class="downstream-arrow"><path class="outer" d="M218 104H22"></path><path class="inner" d="M218 104H22"></path><path class="head" d="M34 94L18 104L34 114"></path></g>
        <text class="downstream" x="118" y="144" text-anchor="middle">${both}</text>`,
    ];
  }

  private node(): readonly [string, SVGTemplateResult] {
    const words = this.say(
      '한 node: 오른쪽에서 upstream gradient가 들어오고, local gradient를 곱한 downstream gradient가 왼쪽으로 나간다.',
      'One node: the upstream gradient comes in from the right; times the local gradient it leaves to the left as the downstream gradient.',
    );
    return [
      words,
      svg`<circle class="ring" cx="118" cy="78" r="32"></circle>
        <rect class="local-frame" x="92" y="56" width="52" height="44" rx="8"></rect>
        <path class="upstream-arrow" d="M226 78H158M170 69L156 78L170 87"></path>
        <g class="downstream-arrow"><path class="outer" d="M80 78H14"></path><path class="inner" d="M80 78H14"></path><path class="head" d="M26 68L10 78L26 88"></path></g>
        <text class="upstream" x="192" y="62" text-anchor="middle">up</text><text class="local" x="118" y="85" text-anchor="middle">×</text>
        <text class="downstream" x="44" y="62" text-anchor="middle">down</text>`,
    ];
  }
}

customElements.define('goal-sketch', GoalSketch);
