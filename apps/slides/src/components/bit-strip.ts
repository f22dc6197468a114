// Numbers as their 64 bits, TypeScript's above WebAssembly's: sign, exponent, fraction, a filled cell for 1. Cells in
// which the two differ are framed; at the right end stands how many are equal.

import { html, nothing, type PropertyDeclarations, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { bitsOf } from '../lesson/relay.ts';
import { format } from '../numbers/format.ts';
import type { PictureDoc } from './doc.ts';
import { LiveElement } from './live-element.ts';

/** A name and its value on each backend. */
export type BitPair = readonly [name: string, typescript: number, wasm: number];

const [cellWidth, cellHeight, pitch] = [13.5, 17, 15.3] as const;
const left = 74;
const gap = 12;

/** Where cell i begins; sign, exponent and fraction stand apart. */
function placeOf(i: number): number {
  return left + i * pitch + (i >= 1 ? gap : 0) + (i >= 12 ? gap : 0);
}

export class BitStrip extends LiveElement {
  static override properties: PropertyDeclarations = { numbers: { type: Array } };

  declare numbers: readonly BitPair[] | undefined;

  override render(): TemplateResult {
    const numbers = this.numbers ?? [['a', 0.1, 0.1]];
    const height = 30 + numbers.length * 56;
    const spoken = numbers.map(([name, one, other]) => {
      const equal = same(bitsOf(one), bitsOf(other));
      return this.say(
        `${name} = ${format(one)}: 64비트 중 ${equal}비트가 같음`,
        `${name} = ${format(one)}: ${equal} of 64 bits equal`,
      );
    });
    return html`<svg class="plot bit-strip" viewBox="0 0 1168 ${height}" width="1168" height=${height} role="img" aria-label=${`${spoken.join('; ')}.`}>
      <text x=${placeOf(0)} y="16">${this.say('부호', 'sign')}</text>
      <text x=${placeOf(6.5)} y="16" text-anchor="middle">${this.say('지수', 'exponent')}</text>
      <text x=${placeOf(38)} y="16" text-anchor="middle">${this.say('가수', 'fraction')}</text>
      <text x="1168" y="16" text-anchor="end">${this.say('같은 비트', 'equal')}</text>
      ${numbers.map((pair, i) => this.pair(pair, 28 + i * 56))}
    </svg>`;
  }

  private pair([name, one, other]: BitPair, top: number): SVGTemplateResult {
    const [above, below] = [bitsOf(one), bitsOf(other)];
    const equal = same(above, below);
    const other64 = [...above].flatMap((bit, i) => (bit === below[i] ? [] : [i]));
    return svg`<g>
      <text class="name" x="0" y=${top + 27}>${name}</text>
      <text x=${left - 14} y=${top + 16} text-anchor="end">T</text>
      <text x=${left - 14} y=${top + 38} text-anchor="end">W</text>
      ${row(above, top)}${row(below, top + 22)}
      ${other64.map((i) => svg`<rect class="differs" x=${placeOf(i) - 3} y=${top - 3} width=${cellWidth + 6} height="45"></rect>`)}
      <text class=${equal === 64 ? 'verdict' : 'verdict not'} x="1168" y=${top + 27} text-anchor="end">${equal === 64 ? nothing : '≠ '}${equal} / 64</text>
    </g>`;
  }
}

function same(one: string, other: string): number {
  return [...one].filter((bit, i) => bit === other[i]).length;
}

/** One path for the ones and one for the zeros. */
function row(bits: string, top: number): SVGTemplateResult {
  const cells = (wanted: string, inset: number): string =>
    [...bits]
      .map((bit, i) =>
        bit === wanted
          ? `M${placeOf(i) + inset} ${top + inset}h${cellWidth - 2 * inset}v${cellHeight - 2 * inset}h${2 * inset - cellWidth}z`
          : '',
      )
      .join('');
  return svg`<path class="one" d=${cells('1', 0)}></path><path class="zero" d=${cells('0', 0.75)}></path>`;
}

customElements.define('bit-strip', BitStrip);

export const doc: PictureDoc = {
  tag: 'bit-strip',
  about: {
    ko: '두 backend가 구한 수의 64비트를 위아래로 나란히 보인다.',
    en: 'The 64 bits of numbers, one backend’s above the other’s.',
  },
  attributes: [
    {
      name: 'numbers',
      type: 'JSON: [[name, typescript, wasm], …]',
      default: '[["a", 0.1, 0.1]]',
      about: { ko: '이름과 두 값.', en: 'A name and its two values.' },
    },
  ],
  events: [],
  example: '<bit-strip numbers=\'[["a", 0.1, 0.1], ["b", 0.3, 0.30000000000000004]]\'></bit-strip>',
};
