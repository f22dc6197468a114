// A composition as three linked plots: y over x, z over y, z over x, with the tangent of each; side by side, or where
// that would make them too small, one below the other. The point on the first and the third is dragged along x: sends
// `xmove` with the new x.

import { html, type PropertyDeclarations, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { compositionOn, type Link, lectureTexts } from '../lesson/composition.ts';
import { format } from '../numbers/format.ts';
import { type Frame, frame, uniqueId } from './axes.ts';
import type { PictureDoc } from './doc.ts';
import { drag, onArrows, tenth } from './drag.ts';
import { LiveElement } from './live-element.ts';
import { typedAttributes } from './nudged-composition.ts';
import { curvePath, type TangentPlot, tangentPlot } from './tangent-plot.ts';
import { Tween } from './tween.ts';

type Range = readonly [number, number];

export interface PlotRanges {
  readonly x: Range;
  readonly y: Range;
  readonly z: Range;
}

const lectureRanges: PlotRanges = { x: [-2.9, 6.2], y: [-0.36, 2.8], z: [-3.8, 1.5] };
const samples = 241;

/** Between plots that stand side by side, and between those one below the other. */
const gap = { across: 40, down: 18 };
/** Plots less wide than this stand one below the other. */
const least = 260;

interface Place {
  readonly left: number;
  readonly top: number;
}

interface Places {
  /** The size of the drawing, and of one plot. */
  readonly whole: { readonly width: number; readonly height: number };
  readonly plot: { readonly width: number; readonly height: number };
  readonly plots: readonly Place[];
}

function placesIn(width: number, height: number): Places {
  const third = (width - 2 * gap.across) / 3;
  if (third >= least) {
    const left = (index: number): number => (index * (width - third)) / 2;
    return {
      whole: { width, height },
      plot: { width: third, height },
      plots: [0, 1, 2].map((index) => ({ left: left(index), top: 0 })),
    };
  }
  const pitch = height + gap.down;
  return {
    whole: { width, height: 3 * pitch - gap.down },
    plot: { width, height },
    plots: [0, 1, 2].map((index) => ({ left: 0, top: index * pitch })),
  };
}

function spread([from, to]: Range): number[] {
  return Array.from({ length: samples }, (_, i) => from + ((to - from) * i) / (samples - 1));
}

/** Whole numbers inside the range, at most six of them. */
function ticks([from, to]: Range): number[] {
  const stride = Math.max(1, Math.ceil((to - from) / 6));
  const first = Math.ceil(from / stride) * stride;
  return Array.from({ length: Math.floor((to - first) / stride) + 1 }, (_, i) => first + i * stride);
}

export class CompositionPlots extends LiveElement {
  static override properties: PropertyDeclarations = {
    f: { type: String },
    g: { type: String },
    x: { type: Number },
    tangents: { type: Number },
    edge: { type: Number },
    ranges: { type: Object },
    width: { type: Number },
    height: { type: Number },
  };

  declare f: string;
  declare g: string;
  declare x: number;
  /** How many of the tangents are drawn, from the first. */
  declare tangents: number;
  /** Where the domain ends, in x. */
  declare edge: number | undefined;
  declare ranges: PlotRanges;
  declare width: number;
  /** Of one plot. */
  declare height: number;

  private readonly clips: readonly string[] = [1, 2, 3].map(() => uniqueId('composition-plots'));
  private readonly shown: Tween = new Tween(this);
  private curves: { readonly key: string; readonly paths: readonly string[] } | undefined;

  constructor() {
    super();
    Object.assign(this, { ...lectureTexts, x: 1, tangents: 3, edge: -2, ranges: lectureRanges });
    Object.assign(this, { width: 1168, height: 300 });
  }

  override render(): TemplateResult {
    const link = compositionOn(this.computing, this).at(this.x);
    const [x = 0, y = 0, z = 0, dydx = 0, dzdy = 0, dzdx = 0] = this.shown.show([
      link.x,
      link.y,
      link.z,
      link.dydx,
      link.dzdy,
      link.dzdx,
    ]);
    const { ranges } = this;
    const edgeY = this.edge === undefined ? undefined : compositionOn(this.computing, this).at(this.edge).y;
    const plots = [
      this.plot(0, [ranges.x, ranges.y], ['x', 'y'], [x, y], dydx, this.edge),
      this.plot(1, [ranges.y, ranges.z], ['y', 'z'], [y, z], dzdy, edgeY),
      this.plot(2, [ranges.x, ranges.z], ['x', 'z'], [x, z], dzdx, this.edge),
    ];
    const { whole, plots: places } = placesIn(this.width, this.height);
    return html`<svg class="plot chain" viewBox="0 0 ${whole.width} ${whole.height}" width=${whole.width} height=${whole.height}
      role="group" aria-label=${this.words(link)} data-prevent-swipe>
      ${places.map(({ left, top }, i) => {
        const plot = plots[i];
        return (
          plot && svg`<g transform="translate(${left} ${top})">${tangentPlot(plot)}${this.point(plot, i, left)}</g>`
        );
      })}
    </svg>`;
  }

  private words({ x, y, z, dydx, dzdy, dzdx }: Link): string {
    const values = `x = ${format(x)}, y = ${format(y)}, z = ${format(z)}`;
    const slopes = [`dy/dx = ${format(dydx)}`, `dz/dy = ${format(dzdy)}`, `dz/dx = ${format(dzdx)}`];
    const seen = slopes.slice(0, this.tangents).join(', ');
    return `${this.say('합성함수의 세 그래프', 'Three plots of a composition')}: ${values}${seen ? `; ${seen}` : ''}.`;
  }

  private plot(
    index: number,
    [across, up]: readonly [Range, Range],
    names: readonly [string, string],
    at: readonly [number, number],
    slope: number,
    edge: number | undefined,
  ): TangentPlot {
    const tone = (['local', 'upstream', 'downstream'] as const)[index] ?? 'downstream';
    return {
      frame: this.ground(across, up),
      ticks: { x: ticks(across), y: ticks(up), names },
      clipId: this.clips[index] ?? '',
      curve: this.paths()[index] ?? '',
      at,
      slope,
      tone,
      tangent: this.tangents > index,
      ...(edge === undefined ? {} : { edge }),
    };
  }

  /** The three curves, sampled and drawn once for each composition, engine and size. */
  private paths(): readonly string[] {
    const { ranges, width, height, computing: engine } = this;
    const key = [engine.backend.name, this.f, this.g, JSON.stringify(ranges), width, height].join('\n');
    if (this.curves?.key === key) return this.curves.paths;
    const composition = compositionOn(engine, this);
    const [across, between] = [spread(ranges.x), spread(ranges.y)];
    const { y, z } = composition.along(across);
    const paths = [
      curvePath(this.ground(ranges.x, ranges.y), { x: across, y }),
      curvePath(this.ground(ranges.y, ranges.z), { x: between, y: composition.outer(between) }),
      curvePath(this.ground(ranges.x, ranges.z), { x: across, y: z }),
    ];
    this.curves = { key, paths };
    return paths;
  }

  private ground(x: Range, y: Range): Frame {
    const { plot } = placesIn(this.width, this.height);
    return frame(plot.width, plot.height, { x, y }, 34);
  }

  private point({ frame: plot, at }: TangentPlot, index: number, offset: number): SVGTemplateResult {
    const [x, y] = [plot.x(at[0]), plot.y(at[1])];
    // A point that has left the plot, or is no number, waits as a ring at the edge, so that it can be dragged back.
    const inside = Number.isFinite(y) && y <= plot.bottom && y >= plot.top;
    const height = inside ? y : y < plot.top ? plot.top : plot.bottom;
    const place = `translate(${Number.isFinite(x) ? x : plot.left} ${height})`;
    if (index === 1)
      return svg`<circle class=${inside ? 'dot' : 'ring'} r=${inside ? 8 : 6} transform=${place} pointer-events="none"></circle>`;
    return svg`<g class="point" tabindex="0" role="slider" aria-label=${this.say(`${index === 0 ? '첫째' : '셋째'} 그래프의 x`, `x in the ${index === 0 ? 'first' : 'third'} plot`)}
      aria-valuenow=${this.x} aria-valuetext="x = ${format(this.x)}" transform=${place} @keydown=${onArrows((step) => this.send('xmove', tenth(this.x + step.x + step.y, this.reach)))}
      @pointerdown=${(event: PointerEvent) => drag(event, (to) => this.moveTo(plot, to.x - offset))}>
      <circle class="reach" r="26"></circle><circle class=${inside ? 'dot' : 'ring'} r=${inside ? 9 : 7}></circle></g>`;
  }

  private moveTo(plot: Frame, place: number): void {
    this.send('xmove', tenth(plot.x.invert(place), this.reach));
  }

  private get reach(): Range {
    const [from, to] = this.ranges.x;
    return [Math.max(from, this.edge ?? from), to];
  }
}

customElements.define('composition-plots', CompositionPlots);

export const doc: PictureDoc = {
  tag: 'composition-plots',
  about: {
    ko: '합성함수 x → y → z를 세 그래프로 보인다. 점을 끌면 세 접선의 기울기가 함께 바뀐다.',
    en: 'A composition x → y → z as three plots. Drag a point, and the three tangents follow.',
  },
  attributes: [
    ...typedAttributes('x/3 + 2/3', 'log(y)'),
    { name: 'x', type: 'number', default: '1', about: { ko: '지금의 x', en: 'the current x' } },
    {
      name: 'tangents',
      type: 'number',
      default: '3',
      about: { ko: '처음부터 몇 개의 접선을 그리는지', en: 'how many tangents are drawn, from the first' },
    },
    { name: 'edge', type: 'number', default: '−2', about: { ko: '정의역의 끝', en: 'where the domain ends' } },
    {
      name: 'ranges',
      type: 'JSON: { x: [from, to], y: [from, to], z: [from, to] }',
      default: JSON.stringify(lectureRanges),
      about: { ko: '축의 범위', en: 'what the axes span' },
    },
    {
      name: 'width',
      type: 'number',
      default: '1168',
      about: {
        ko: '너비. 좁으면 세 그래프가 차례로 아래에 선다.',
        en: 'width in pixels; where it is narrow the plots stand one below the other',
      },
    },
    { name: 'height', type: 'number', default: '300', about: { ko: '그래프 하나의 높이', en: 'height of one plot' } },
  ],
  events: [
    { name: 'xmove', detail: 'number', about: { ko: '점을 끌었다: 새 x', en: 'the point was dragged: the new x' } },
  ],
  example: '<composition-plots x="1"></composition-plots>',
};
