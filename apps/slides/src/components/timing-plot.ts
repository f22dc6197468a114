// How long calls take on either backend: a row for each, marks along a logarithmic axis, and how many times faster.

import { scaleLog } from 'd3-scale';
import { html, nothing, type PropertyDeclarations, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { format, formatTime } from '../numbers/format.ts';
import type { PictureDoc } from './doc.ts';
import { LiveElement } from './live-element.ts';

/** A row: what is timed, and the microseconds of a call on either backend, where they are known. */
export interface TimedRow {
  readonly name: string;
  readonly amount?: string;
  readonly typescript?: number | null;
  readonly wasm?: number | null;
}

/** What the axis may begin, be marked and end with, in microseconds. */
const decades = [1e-1, 1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7];
const top = 44;

/** Where names, marks and ratios stand: in columns, or on narrow screens the names above their marks. */
interface Columns {
  readonly left: number;
  readonly right: number;
  readonly rowHeight: number;
  readonly nameAbove: number;
}

function columnsFor(width: number, names: number): Columns {
  if (width < 640) return { left: 28, right: 76, rowHeight: 66, nameAbove: 30 };
  return { left: names, right: 130, rowHeight: 44, nameAbove: 0 };
}

const example: readonly TimedRow[] = [
  { name: 'a', typescript: 1.6, wasm: 1.1 },
  { name: 'b', typescript: 1200, wasm: 420 },
];

const isKnown = (time: number | null | undefined): time is number =>
  typeof time === 'number' && time > 0 && Number.isFinite(time);

export class TimingPlot extends LiveElement {
  static override properties: PropertyDeclarations = {
    rows: { type: Array },
    active: { type: Number },
    names: { type: Number },
    width: { type: Number },
    height: { type: Number },
  };

  declare rows: readonly TimedRow[] | undefined;
  /** The row that is being measured. */
  declare active: number | undefined;
  /** Width of the names' column. */
  declare names: number | undefined;
  declare width: number | undefined;
  declare height: number | undefined;

  override render(): TemplateResult {
    const { rows = example, names = 420, width = 1168 } = this;
    const columns = columnsFor(width, names);
    const height = this.height ?? top + columns.rowHeight * rows.length;
    const times = rows.flatMap(({ typescript, wasm }) => [typescript, wasm].filter(isKnown));
    const [least, most] = [Math.min(1, ...times), Math.max(1e5, ...times)];
    const from = decades.findLast((decade) => decade <= least) ?? least;
    const to = decades.find((decade) => decade >= most) ?? most;
    const x = scaleLog([from, to], [columns.left, width - columns.right]);
    const step = (height - top) / rows.length;
    const within = decades.filter((decade) => decade >= from && decade <= to);
    // As many as there is room for their labels.
    const every = Math.ceil((80 * within.length) / (width - columns.left - columns.right));
    const ticks = within.filter((_, i) => i % every === 0);
    return html`<svg class=${columns.nameAbove ? 'plot timing narrow' : 'plot timing'} viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="img" aria-label=${this.words(rows)}>
      ${ticks.map((tick) => svg`<line class="hair" x1=${x(tick)} x2=${x(tick)} y1=${top - 8} y2=${height}></line><text x=${x(tick)} y="20" text-anchor="middle">${decadeText(tick)}</text>`)}
      ${rows.map((row, i) => this.row(row, columns, x, top + (i + 0.5) * step, i === this.active))}
    </svg>`;
  }

  private row(
    row: TimedRow,
    { left, nameAbove }: Columns,
    x: (time: number) => number,
    middle: number,
    active: boolean,
  ): SVGTemplateResult {
    const { width = 1168 } = this;
    const y = middle + nameAbove / 2;
    const { name, amount, typescript, wasm } = row;
    const mark = (time: number | null | undefined, draw: (at: number) => SVGTemplateResult): unknown =>
      isKnown(time) ? draw(x(time)) : nothing;
    const both = isKnown(typescript) && isKnown(wasm);
    const measured = typescript !== undefined || wasm !== undefined;
    const missing = measured && !both;
    const said = both ? `${times(typescript / wasm)}` : active ? '…' : missing ? '—' : '';
    return svg`<g class=${active ? 'row active' : measured ? 'row' : 'row unmeasured'}>
      <text class="what" x="0" y=${y + 7 - nameAbove}>${name}</text>
      <text x=${nameAbove ? width : left - 24} y=${y + 7 - nameAbove} text-anchor="end">${amount ?? ''}</text>
      ${both ? svg`<line class="between" x1=${x(typescript)} x2=${x(wasm)} y1=${y} y2=${y}></line>` : nothing}
      ${mark(typescript, (at) => svg`<circle class="typescript" cx=${at} cy=${y} r="8"></circle>`)}
      ${mark(wasm, (at) => svg`<rect class="wasm" x=${at - 7} y=${y - 7} width="14" height="14"></rect>`)}
      <text class="ratio" x=${width} y=${y + 8} text-anchor="end">${said}</text>
    </g>`;
  }

  private words(rows: readonly TimedRow[]): string {
    const said = rows.flatMap(({ name, amount, typescript, wasm }) => {
      if (typescript === undefined && wasm === undefined) return [];
      const [one, other] = [typescript, wasm].map((time) => (isKnown(time) ? formatTime(time * 1e-6) : '—'));
      const what = amount === undefined ? name : `${name}, ${amount}`;
      return [`${what}: TypeScript ${one}, WebAssembly ${other}.`];
    });
    if (said.length === 0)
      return this.say('두 backend의 시간. 아직 잰 것이 없다.', 'Times on both backends: nothing is measured yet.');
    return `${this.say('두 backend에서 한 번 계산하는 시간.', 'Time of one call on either backend.')} ${said.join(' ')}`;
  }
}

/** A power of ten of microseconds: `10 ms`. */
function decadeText(micros: number): string {
  if (micros < 1e3) return `${micros} μs`;
  return micros < 1e6 ? `${micros / 1e3} ms` : `${micros / 1e6} s`;
}

/** A ratio with two digits: `2.4×`. */
function times(ratio: number): string {
  return `${format(Number(ratio.toPrecision(2)))}×`;
}

customElements.define('timing-plot', TimingPlot);

export const doc: PictureDoc = {
  tag: 'timing-plot',
  about: {
    ko: '한 번 계산하는 시간을 두 backend에서 견준다. 동그라미는 TypeScript, 네모는 WebAssembly, 오른쪽 수는 몇 배인가이다.',
    en: 'Time of one call on either backend: a circle for TypeScript, a square for WebAssembly, and their ratio.',
  },
  attributes: [
    {
      name: 'rows',
      type: 'JSON: [{ name, amount?, typescript?, wasm? }, …]',
      default: 'two rows',
      about: { ko: '행. 시간은 μs.', en: 'The rows; times in microseconds.' },
    },
    {
      name: 'active',
      type: 'number',
      default: '',
      about: { ko: '지금 재는 행, 0부터.', en: 'The row that is being measured, from 0.' },
    },
    { name: 'names', type: 'number', default: '420', about: { ko: '이름 칸의 너비.', en: 'Width of the names.' } },
    { name: 'width', type: 'number', default: '1168', about: { ko: '너비.', en: 'Width.' } },
    { name: 'height', type: 'number', default: '44 a row', about: { ko: '높이.', en: 'Height.' } },
  ],
  events: [],
  example:
    '<timing-plot width="720" names="160" rows=\'[{"name":"lsq","typescript":1.6,"wasm":1.1},{"name":"mlp","typescript":5200,"wasm":1900}]\'></timing-plot>',
};
