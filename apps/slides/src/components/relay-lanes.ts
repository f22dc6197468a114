// Who computes which step: two lanes, and the baton that goes from one to the other. Filled is TypeScript's, hollow
// WebAssembly's. A step is pressed to hand it to the other: sends `relaychange` { runners }.

import { html, nothing, type PropertyDeclarations, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { counted } from '../language/language.ts';
import { handOver, isRunner, type Runner } from '../lesson/relay.ts';
import type { PictureDoc } from './doc.ts';
import { LiveElement } from './live-element.ts';

const lanes: Readonly<Record<Runner, number>> = { T: 36, W: 112 };
const names: Readonly<Record<Runner, string>> = { T: 'TypeScript', W: 'WebAssembly' };
const left = 196;
/** More steps than these are drawn as a line without marks. */
const most = 24;

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
    const pitch = (width - left - 22) / Math.max(7, letters.length - 1);
    const place = (k: number): number => left + k * pitch;
    const line = (from: number, to: number): string =>
      letters
        .slice(from, to)
        .map((letter, k) => `${k ? 'L' : 'M'}${place(from + k).toFixed(1)} ${lanes[letter]}`)
        .join('');
    const marks = letters.length <= most;
    return html`<svg class="plot relay-lanes" viewBox="0 0 ${width} 172" width=${width} height="172" role="group" aria-label=${this.spoken(letters, done)} data-prevent-swipe>
      ${(['T', 'W'] as const).map(
        (lane) => svg`<line class="lane" x1=${left - 20} x2=${width} y1=${lanes[lane]} y2=${lanes[lane]}></line>
        <text x="0" y=${lanes[lane] + 7}>${lane}</text><text x="28" y=${lanes[lane] + 7}>${names[lane]}</text>`,
      )}
      <path class="baton waits" d=${line(Math.max(0, done - 1), letters.length)}></path>
      <path class="baton" d=${line(0, done)}></path>
      ${marks ? letters.map((letter, k) => this.mark(letters, letter, k, place(k), done)) : done > 0 ? end(letters[done - 1], place(done - 1)) : nothing}
      <text x=${left} y="160" text-anchor="middle">1</text>
      <text x=${place(Math.max(7, letters.length - 1))} y="160" text-anchor="middle">${Math.max(8, letters.length)}</text>
      <text class="name" x=${(left + width) / 2} y="160" text-anchor="middle">k</text>
    </svg>`;
  }

  private mark(letters: readonly Runner[], letter: Runner, k: number, x: number, done: number): SVGTemplateResult {
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
    return svg`<g class="runner ${letter} ${k < done ? 'done' : 'waits'} ${k === done - 1 ? 'now' : ''}" tabindex="0" role="button" aria-label=${label} @click=${change} @keydown=${onKey}>
      <rect class="reach" x=${x - 22} y="8" width="44" height="132"></rect>
      <circle class="mark" cx=${x} cy=${lanes[letter]} r=${k === done - 1 ? 11 : 8}></circle></g>`;
  }

  private spoken(letters: readonly Runner[], done: number): string {
    const now = letters[done - 1];
    const runs = (['T', 'W'] as const).map(
      (lane) => `${names[lane]} ${letters.slice(0, done).filter((one) => one === lane).length}`,
    );
    return this.say(
      `지금까지 ${done} step: ${runs.join(', ')}${now ? `; 마지막은 ${names[now]}` : ''}.`,
      `${counted(done, 'step')} so far: ${runs.join(', ')}${now ? `; the last by ${names[now]}` : ''}.`,
    );
  }
}

function end(letter: Runner | undefined, x: number): SVGTemplateResult | typeof nothing {
  if (!letter) return nothing;
  return svg`<g class="runner ${letter} done now"><circle class="mark" cx=${x} cy=${lanes[letter]} r="11"></circle></g>`;
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
    { name: 'width', type: 'number', default: '544', about: { ko: '너비.', en: 'Width.' } },
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
