// The common ground of the plots: scales in stage pixels, hairline axes, tick labels outside the drawing.

import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { type SVGTemplateResult, svg } from 'lit';
import { format } from '../numbers/format.ts';

export interface Extent {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly extent: Extent;
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Ticks {
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** Names of the axes, in italics. */
  readonly names: readonly [string, string];
}

/** A plot of `width` × `height` stage pixels, with room for labels at the left and below. */
export function frame(width: number, height: number, extent: Extent, gutter = 44): Frame {
  const [left, right, top, bottom] = [gutter, width - 16, 14, height - 34];
  return {
    width,
    height,
    extent,
    left,
    right,
    top,
    bottom,
    x: scaleLinear([...extent.x], [left, right]),
    y: scaleLinear([...extent.y], [bottom, top]),
  };
}

/** The room that labels of these values need at the left of a plot. */
export function gutterFor(values: readonly number[], least = 44): number {
  return Math.max(least, ...values.map((value) => 16 + labelWidth(value)));
}

/** How wide a tick's label is, roughly. */
export function labelWidth(value: number): number {
  return 11 * format(value).length;
}

/** Ticks along x, at most about so many, and no more than have room for their labels. */
export function ticksAcross({ x, extent: { x: range } }: Frame, most: number): readonly number[] {
  for (let count = most; count > 1; count -= 1) {
    const values = x.ticks(count).filter((value) => value > range[0] && value < range[1]);
    const [first = 0, second = Number.POSITIVE_INFINITY] = values;
    const widest = Math.max(0, ...values.map(labelWidth));
    if (x(second) - x(first) > widest + 12 || !Number.isFinite(second)) return values;
  }
  return [];
}

let made = 0;

/** An id for a drawing's own definitions: all drawings share the page's tree. */
export function uniqueId(name: string): string {
  made += 1;
  return `${name}-${made}`;
}

export function clip(id: string, { left, right, top, bottom }: Frame): SVGTemplateResult {
  return svg`<clipPath id=${id}><rect x=${left} y=${top} width=${right - left} height=${bottom - top}></rect></clipPath>`;
}

/** Hairlines through zero where zero is inside, else along the edge, and labelled ticks. */
export function axes(plot: Frame, { x, y, names }: Ticks): SVGTemplateResult {
  const { left, right, top, bottom } = plot;
  const inside = (value: number, [from, to]: readonly [number, number]): number =>
    value < from || value > to ? from : value;
  const zeroX = plot.x(inside(0, plot.extent.x));
  const zeroY = plot.y(inside(0, plot.extent.y));
  return svg`<g class="axes" aria-hidden="true">
    <line x1=${left} x2=${right} y1=${zeroY} y2=${zeroY}></line>
    <line x1=${zeroX} x2=${zeroX} y1=${top} y2=${bottom}></line>
    ${x.filter((value) => !names[0] || plot.x(value) < right - 24).map((value) => svg`<text x=${plot.x(value)} y=${bottom + 27} text-anchor="middle">${format(value)}</text>`)}
    ${y.filter((value) => !names[1] || plot.y(value) > top + 24).map((value) => svg`<text x=${left - 10} y=${plot.y(value) + 7} text-anchor="end">${format(value)}</text>`)}
    <text class="name" x=${right} y=${bottom + 27} text-anchor="end">${names[0]}</text>
    <text class="name" x=${left - 10} y=${top + 12} text-anchor="end">${names[1]}</text>
  </g>`;
}
