// Numbers as their 64 bits, TypeScript's above WebAssembly's: sign, exponent, fraction, a filled cell for 1. Cells in
// which the two differ are framed; at the right end stands how many are equal. Where 64 cells do not fit into one row
// they stand in several.

import { html, nothing, type PropertyDeclarations, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { bitsOf } from '../lesson/relay.ts';
import { format } from '../numbers/format.ts';
import type { PictureDoc } from './doc.ts';
import { LiveElement } from './live-element.ts';

/** A name and its value on each backend. */
export type BitPair = readonly [name: string, typescript: number, wasm: number];

/** Where the parts of the strip are. */
interface Strip {
  readonly width: number;
  readonly height: number;
  /** How many cells make a row. */
  readonly across: number;
  readonly left: number;
  readonly pitch: number;
  /** The right end of a row's backend letter. */
  readonly letter: number;
  /** Where the words above the cells stand, for the first number or for each. */
  readonly heads: readonly number[];
  readonly fraction: { readonly x: number; readonly anchor: 'middle' | 'end' };
  readonly equal: { readonly x: number; readonly y: readonly number[] };
  /** The first row of each number. */
  readonly tops: readonly number[];
  /** Names and verdicts, from a number's first row. */
  readonly named: number;
}

const wholeWidth = 1168;
/** Both backends' cells of one row, and the space to the next. */
const rowHeight = 56;
const cellHeight = 17;
/** From one cell to the next. */
const between = 1.8;
const gap = 12;

function stripOf(width: number, count: number): Strip {
  const numbers = Array.from({ length: count }, (_, i) => i);
  return width < wholeWidth ? broken(width, numbers) : whole(numbers);
}

/** All 64 bits in one row, name and verdict at its ends. */
function whole(numbers: readonly number[]): Strip {
  const left = 74;
  return {
    width: wholeWidth,
    height: 30 + numbers.length * rowHeight,
    across: 64,
    left,
    pitch: 15.3,
    letter: left - 14,
    heads: [16],
    fraction: { x: placeOf({ left, pitch: 15.3, across: 64 }, 38).x, anchor: 'middle' },
    equal: { x: wholeWidth, y: [16] },
    tops: numbers.map((i) => 28 + i * rowHeight),
    named: 27,
  };
}

/** Two or four rows a number, below its name and verdict. */
function broken(width: number, numbers: readonly number[]): Strip {
  const across = width < 432 ? 16 : 32;
  const left = 24;
  const head = 58;
  const block = head + (64 / across) * rowHeight + 12;
  return {
    width,
    height: numbers.length * block - 24,
    across,
    left,
    pitch: (Math.min(width, 560) + between - left - 2 * gap) / across,
    letter: left - 5,
    heads: numbers.map((i) => i * block + 46),
    fraction: { x: Math.min(width, 560), anchor: 'end' },
    equal: { x: width - 100, y: numbers.map((i) => i * block + 18) },
    tops: numbers.map((i) => i * block + head),
    named: 18 - head,
  };
}

/** Where cell i begins, from the top of its number; sign, exponent and fraction stand apart. */
function placeOf(
  { left, pitch, across }: Pick<Strip, 'left' | 'pitch' | 'across'>,
  i: number,
): { readonly x: number; readonly y: number } {
  const x = left + (i % across) * pitch;
  const parts = i < across ? (i >= 1 ? gap : 0) + (i >= 12 ? gap : 0) : 0;
  return { x: x + parts, y: Math.floor(i / across) * rowHeight };
}

export class BitStrip extends LiveElement {
  static override properties: PropertyDeclarations = { numbers: { type: Array }, width: { type: Number } };

  declare numbers: readonly BitPair[] | undefined;
  declare width: number;

  constructor() {
    super();
    this.width = wholeWidth;
  }

  override render(): TemplateResult {
    const numbers = this.numbers ?? [['a', 0.1, 0.1]];
    const strip = stripOf(this.width, numbers.length);
    const { width, height, fraction, equal, heads } = strip;
    const spoken = numbers.map(([name, one, other]) => {
      const equal = same(bitsOf(one), bitsOf(other));
      return this.say(
        `${name} = ${format(one)}: 64비트 중 ${equal}비트가 같음`,
        `${name} = ${format(one)}: ${equal} of 64 bits equal`,
      );
    });
    return html`<svg class="plot bit-strip" viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="img" aria-label=${`${spoken.join('; ')}.`}>
      ${heads.map(
        (y) => svg`<text x=${placeOf(strip, 0).x} y=${y}>${this.say('부호', 'sign')}</text>
        <text x=${placeOf(strip, 6.5).x} y=${y} text-anchor="middle">${this.say('지수', 'exponent')}</text>
        <text x=${fraction.x} y=${y} text-anchor=${fraction.anchor}>${this.say('가수', 'fraction')}</text>`,
      )}
      ${equal.y.map((y) => svg`<text x=${equal.x} y=${y} text-anchor="end">${this.say('같은 비트', 'equal')}</text>`)}
      ${numbers.map((pair, i) => this.pair(pair, strip, strip.tops[i] ?? 0))}
    </svg>`;
  }

  private pair([name, one, other]: BitPair, strip: Strip, top: number): SVGTemplateResult {
    const [above, below] = [bitsOf(one), bitsOf(other)];
    const equal = same(above, below);
    const differing = [...above].flatMap((bit, i) => (bit === below[i] ? [] : [placeOf(strip, i)]));
    const rows = Array.from({ length: 64 / strip.across }, (_, i) => top + i * rowHeight);
    return svg`<g>
      <text class="name" x="0" y=${top + strip.named}>${name}</text>
      ${rows.map(
        (y) => svg`<text x=${strip.letter} y=${y + 16} text-anchor="end">T</text>
        <text x=${strip.letter} y=${y + 38} text-anchor="end">W</text>`,
      )}
      ${cells(above, strip, top)}${cells(below, strip, top + 22)}
      ${differing.map(({ x, y }) => svg`<rect class="differs" x=${x - 3} y=${top + y - 3} width=${strip.pitch - between + 6} height="45"></rect>`)}
      <text class=${equal === 64 ? 'verdict' : 'verdict not'} x=${strip.width} y=${top + strip.named} text-anchor="end">${equal === 64 ? nothing : '≠ '}${equal} / 64</text>
    </g>`;
  }
}

function same(one: string, other: string): number {
  return [...one].filter((bit, i) => bit === other[i]).length;
}

/** One path for the ones and one for the zeros. */
function cells(bits: string, strip: Strip, top: number): SVGTemplateResult {
  const width = strip.pitch - between;
  const of = (wanted: string, inset: number): string =>
    [...bits]
      .map((bit, i) => {
        if (bit !== wanted) return '';
        const { x, y } = placeOf(strip, i);
        return `M${x + inset} ${top + y + inset}h${width - 2 * inset}v${cellHeight - 2 * inset}h${2 * inset - width}z`;
      })
      .join('');
  return svg`<path class="one" d=${of('1', 0)}></path><path class="zero" d=${of('0', 0.75)}></path>`;
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
    {
      name: 'width',
      type: 'number',
      default: '1168',
      about: {
        ko: '너비. 더 좁으면 한 수의 비트를 32개나 16개씩 여러 줄에 나눈다.',
        en: 'Width; below 1168 the bits of a number stand in rows of 32 or 16.',
      },
    },
  ],
  events: [],
  example: '<bit-strip numbers=\'[["a", 0.1, 0.1], ["b", 0.3, 0.30000000000000004]]\'></bit-strip>',
};
