// Who computes which step: two lanes, and the baton that goes from one to the other. Filled is TypeScript's, hollow
// WebAssembly's. A step is pressed to hand it to the other: sends `relaychange` { runners }.

import { html, nothing, type PropertyDeclarations, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { counted } from '../language/language.ts';
import { handOver, isRunner, type Runner } from '../lesson/relay.ts';
import { pointText } from '../numbers/point-text.ts';
import type { PictureDoc } from './doc.ts';
import { LiveElement } from './live-element.ts';

const names: Readonly<Record<Runner, string>> = { T: 'TypeScript', W: 'WebAssembly' };
const both = ['T', 'W'] as const;
/** More steps than these are drawn as a line without marks. */
const most = 24;
/** Where steps stand side by side, one is at least so wide; narrower pictures go from top to bottom. */
const least = 500;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where the parts of the picture are; steps may lie between two. */
interface Lanes {
  readonly height: number;
  readonly step: (k: number, runner: Runner) => Place;
  readonly lane: (runner: Runner) => readonly [Place, Place];
  readonly letter: (runner: Runner) => Place;
  readonly name: (runner: Runner) => Place;
  readonly anchor: 'start' | 'middle';
  /** The place of a number beside or below the lanes. */
  readonly count: (k: number) => Place;
  /** The place of the name k. */
  readonly counted: Place;
  readonly reach: (k: number) => {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
}

/** From left to right, the names at the left. */
function across(width: number, last: number): Lanes {
  const left = 196;
  const pitch = (width - left - 22) / last;
  const lanes: Readonly<Record<Runner, number>> = { T: 36, W: 112 };
  return {
    height: 172,
    step: (k, runner) => ({ x: left + k * pitch, y: lanes[runner] }),
    lane: (runner) => [
      { x: left - 20, y: lanes[runner] },
      { x: width, y: lanes[runner] },
    ],
    letter: (runner) => ({ x: 0, y: lanes[runner] + 7 }),
    name: (runner) => ({ x: 28, y: lanes[runner] + 7 }),
    anchor: 'start',
    count: (k) => ({ x: left + k * pitch, y: 160 }),
    counted: { x: (left + width) / 2, y: 160 },
    reach: (k) => ({ x: left + k * pitch - 22, y: 8, width: 44, height: 132 }),
  };
}

/** From top to bottom, the names above. */
function down(width: number, last: number): Lanes {
  const [left, top, bottom] = [36, 78, 386] as const;
  const pitch = (bottom - top) / last;
  const lanes: Readonly<Record<Runner, number>> = { T: 0.31 * width, W: 0.76 * width };
  return {
    height: bottom + 22,
    step: (k, runner) => ({ x: lanes[runner], y: top + k * pitch }),
    lane: (runner) => [
      { x: lanes[runner], y: top - 18 },
      { x: lanes[runner], y: bottom + 22 },
    ],
    letter: (runner) => ({ x: lanes[runner], y: 18 }),
    name: (runner) => ({ x: lanes[runner], y: 44 }),
    anchor: 'middle',
    count: (k) => ({ x: left / 2, y: top + k * pitch + 7 }),
    counted: { x: left / 2, y: (top + bottom) / 2 + 7 },
    reach: (k) => ({ x: left, y: top + k * pitch - 22, width: width - left, height: 44 }),
  };
}

export class RelayLanes extends LiveElement {
  static override properties: PropertyDeclarations = {
    runners: { type: String },
    done: { type: Number },
    width: { type: Number },
  };

  /** One letter a step: T or W. */
  declare runners: string | undefined;
  /** How many steps are done; the others wait. */
  declare done: number | undefined;
  declare width: number | undefined;

  override render(): TemplateResult {
    const { width = 544, runners = 'TTWW' } = this;
    const letters = [...runners].filter(isRunner);
    const { done = letters.length } = this;
    const last = Math.max(7, letters.length - 1);
    const lanes = width < least ? down(width, last) : across(width, last);
    const line = (from: number, to: number): string =>
      letters
        .slice(from, to)
        .map((letter, k) => {
          const { x, y } = lanes.step(from + k, letter);
          return `${k ? 'L' : 'M'}${pointText(x, y)}`;
        })
        .join('');
    return html`<svg class="plot relay-lanes" viewBox="0 0 ${width} ${lanes.height}" width=${width} height=${lanes.height} role="group" aria-label=${this.spoken(letters, done)} data-prevent-swipe>
      ${both.map((lane) => ground(lanes, lane))}
      <path class="baton waits" d=${line(Math.max(0, done - 1), letters.length)}></path>
      <path class="baton" d=${line(0, done)}></path>
      ${letters.length <= most ? letters.map((letter, k) => this.mark(letters, letter, k, lanes, done)) : done > 0 ? end(letters[done - 1], lanes, done - 1) : nothing}
      ${[0, last].map((k) => svg`<text x=${lanes.count(k).x} y=${lanes.count(k).y} text-anchor="middle">${k + 1}</text>`)}
      <text class="name" x=${lanes.counted.x} y=${lanes.counted.y} text-anchor="middle">k</text>
    </svg>`;
  }

  private mark(letters: readonly Runner[], letter: Runner, k: number, lanes: Lanes, done: number): SVGTemplateResult {
    const change = (): void => this.send('relaychange', { runners: letters.with(k, handOver(letter)).join('') });
    const onKey = (event: KeyboardEvent): void => {
      if (!['Enter', 'NumpadEnter', 'Space'].includes(event.code)) return;
      event.preventDefault();
      event.stopPropagation();
      change();
    };
    const label = this.say(
      `step ${k + 1}: ${names[letter]}. 눌러서 바꾼다`,
      `Step ${k + 1}: ${names[letter]}. Press to hand it over`,
    );
    const reach = lanes.reach(k);
    const { x, y } = lanes.step(k, letter);
    return svg`<g class="runner ${letter} ${k < done ? 'done' : 'waits'} ${k === done - 1 ? 'now' : ''}" tabindex="0" role="button" aria-label=${label} @click=${change} @keydown=${onKey}>
      <rect class="reach" x=${reach.x} y=${reach.y} width=${reach.width} height=${reach.height}></rect>
      <circle class="mark" cx=${x} cy=${y} r=${k === done - 1 ? 11 : 8}></circle></g>`;
  }

  private spoken(letters: readonly Runner[], done: number): string {
    const now = letters[done - 1];
    const runs = both.map((lane) => `${names[lane]} ${letters.slice(0, done).filter((one) => one === lane).length}`);
    return this.say(
      `지금까지 ${done} step: ${runs.join(', ')}${now ? `; 마지막은 ${names[now]}` : ''}.`,
      `${counted(done, 'step')} so far: ${runs.join(', ')}${now ? `; the last by ${names[now]}` : ''}.`,
    );
  }
}

function ground({ lane, letter, name, anchor }: Lanes, runner: Runner): SVGTemplateResult {
  const [from, to] = lane(runner);
  const [one, whole] = [letter(runner), name(runner)];
  return svg`<line class="lane" x1=${from.x} x2=${to.x} y1=${from.y} y2=${to.y}></line>
    <text x=${one.x} y=${one.y} text-anchor=${anchor}>${runner}</text><text x=${whole.x} y=${whole.y} text-anchor=${anchor}>${names[runner]}</text>`;
}

function end(letter: Runner | undefined, lanes: Lanes, k: number): SVGTemplateResult | typeof nothing {
  if (!letter) return nothing;
  const { x, y } = lanes.step(k, letter);
  return svg`<g class="runner ${letter} done now"><circle class="mark" cx=${x} cy=${y} r="11"></circle></g>`;
}

customElements.define('relay-lanes', RelayLanes);

export const doc: PictureDoc = {
  tag: 'relay-lanes',
  about: {
    ko: '어느 step을 어느 backend가 계산하는지 두 줄로 보인다.',
    en: 'Which backend computes which step, in two lanes.',
  },
  attributes: [
    {
      name: 'runners',
      type: 'text of T and W',
      default: 'TTWW',
      about: { ko: 'step마다 한 글자.', en: 'One letter a step.' },
    },
    { name: 'done', type: 'number', default: 'all', about: { ko: '끝난 step의 수.', en: 'How many steps are done.' } },
    {
      name: 'width',
      type: 'number',
      default: '544',
      about: {
        ko: '너비. 500보다 좁으면 step이 위에서 아래로 간다.',
        en: 'Width; below 500 the steps go from top to bottom.',
      },
    },
  ],
  events: [
    {
      name: 'relaychange',
      detail: '{ runners }',
      about: { ko: '한 step의 backend를 바꿨다.', en: 'A step was handed to the other backend.' },
    },
  ],
  example: '<relay-lanes runners="TTTWWWTW" done="5"></relay-lanes>',
};
