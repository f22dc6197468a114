// What a plot of data and a line shows of each point's residual: a stroke to the line, its square, a number beside it.
// `tips` are the line's heights at the points; `rises` says whether the line does, so that marks keep off it.

import { type SVGTemplateResult, svg } from 'lit';
import type { Points } from '../lesson/points.ts';
import type { Frame } from './axes.ts';

export function residuals({ x, y }: Frame, points: Points, tips: readonly number[]): SVGTemplateResult[] {
  return points.x.map(
    (at, i) =>
      svg`<line class="residual" x1=${x(at)} x2=${x(at)} y1=${y(points.y[i] ?? 0)} y2=${y(tips[i] ?? 0)}></line>`,
  );
}

export function squares({ x, y }: Frame, points: Points, tips: readonly number[], rises: boolean): SVGTemplateResult[] {
  return points.x.map((at, i) => {
    const [one, other] = [y(points.y[i] ?? 0), y(tips[i] ?? 0)];
    const side = Math.abs(one - other);
    const leftwards = other > one === rises;
    return svg`<rect class=${points.x.length > 12 ? 'square many' : 'square'} x=${leftwards ? x(at) - side : x(at)} y=${Math.min(one, other)}
      width=${side} height=${side}></rect>`;
  });
}

export function labels(
  { x, y, top, bottom, right }: Frame,
  points: Points,
  tips: readonly number[],
  texts: readonly string[],
  rises: boolean,
): SVGTemplateResult[] {
  return points.x.map((at, i) => {
    const text = texts[i] ?? '';
    const middle = (y(points.y[i] ?? 0) + y(tips[i] ?? 0)) / 2;
    const away = (points.y[i] ?? 0) > (tips[i] ?? 0) === rises;
    const width = 14 + 13 * text.length;
    const leftwards = away ? x(at) - width > 0 : x(at) + width > right + 16;
    return svg`<text class="label" x=${x(at) + (leftwards ? -14 : 14)} text-anchor=${leftwards ? 'end' : 'start'} y=${Math.min(bottom - 6, Math.max(top + 18, middle + 7))}>${text}</text>`;
  });
}
