// The marks of the three gradients: upstream a solid arrow, local a dotted frame, downstream a double line; and the
// envelope that keeps one of them closed until its turn. What moves with the numbers is drawn by points and texts: a path
// or a rectangle has its shape as a style, which the browser would resolve anew for each of them.

import { type SVGTemplateResult, svg } from 'lit';
import { pointText } from '../../numbers/point-text.ts';
import { beside, type Curve, pointsOf, type Spot } from './curve.ts';

/** Width of a number at 22 pixels, roughly: enough for frames and centred groups. */
export function textWidth(text: string, size = 22): number {
  const part = (letter: string): number => (/[.,·\s]/.test(letter) ? 0.3 : /[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]/.test(letter) ? 0.42 : 0.6);
  return [...text].reduce((width, letter) => width + part(letter) * size, 0);
}

/** The longest of these forms that fits the width; the shortest where none does. */
export function fitting(forms: Iterable<string>, width: number): string {
  let shortest = '';
  for (const form of forms) {
    if (textWidth(form) <= width) return form;
    shortest = form;
  }
  return shortest;
}

/** A closed envelope with a question mark. */
export function envelope({ x, y }: Spot, tone: 'upstream' | 'local' | 'downstream'): SVGTemplateResult {
  return svg`<g class="envelope ${tone}" transform="translate(${pointText(x, y)})">
    <rect x="-23" y="-17" width="46" height="34"></rect><path d="M-23 -17L0 -4L23 -17"></path>
    <text y="14" text-anchor="middle">?</text></g>`;
}

/** A local gradient in its dotted frame. */
export function localFrame({ x, y }: Spot, text: string): SVGTemplateResult {
  const width = Math.max(32, textWidth(text) + 16);
  return svg`<g class="local-frame" transform="translate(${pointText(x, y)})">
    <polygon points="${-width / 2} -15 ${width / 2} -15 ${width / 2} 15 ${-width / 2} 15"></polygon><text y="8" text-anchor="middle">${text}</text></g>`;
}

/** How wide an upstream gradient is drawn; the second in an upright graph. */
export const upstreamWidth = (text: string, upright = false): number => textWidth(text, 24) + (upright ? 24 : 40);

/** An upstream gradient: a solid arrow to the left, up in an upright graph, with its number; centred. */
export function upstreamArrow({ x, y }: Spot, text: string, upright = false): SVGTemplateResult {
  if (upright) {
    const left = -upstreamWidth(text, true) / 2;
    return svg`<g class="upstream-arrow" transform="translate(${pointText(x, y)})">
      <path class="shaft" d="M${left + 8} 15V-6"></path><path class="head" d="M${left + 8} -15l-8 13h16z"></path>
      <text x=${left + 24} y="8">${text}</text></g>`;
  }
  const width = textWidth(text, 24);
  const left = -(width + 40) / 2;
  return svg`<g class="upstream-arrow" transform="translate(${pointText(x, y)})">
    <path class="shaft" d="M${left + 8} 0H${left + 32}"></path><path class="head" d="M${left} 0l13 -8v16z"></path>
    <text x=${left + 40} y="8">${text}</text></g>`;
}

/** Three numbers in the colours and forms of the three gradients. */
export function productMark(
  { x, y }: Spot,
  [upstream = '', local = '', downstream = '']: readonly string[],
): SVGTemplateResult {
  const frame = Math.max(32, textWidth(local) + 16);
  const widths = [textWidth(upstream), 30, frame, 30, textWidth(downstream)];
  const start = x - widths.reduce((sum, width) => sum + width, 0) / 2;
  const [upstreamEnd, frameStart] = [start + (widths[0] ?? 0), start + (widths[0] ?? 0) + 30];
  return svg`<g class="product">
    <text class="gradient upstream" x=${upstreamEnd} y=${y + 8} text-anchor="end">${upstream}</text>
    <text class="sign" x=${upstreamEnd + 15} y=${y + 8} text-anchor="middle">×</text>
    ${localFrame({ x: frameStart + frame / 2, y }, local)}
    <text class="sign" x=${frameStart + frame + 15} y=${y + 8} text-anchor="middle">=</text>
    <text class="gradient downstream" x=${frameStart + frame + 30} y=${y + 8}>${downstream}</text>
  </g>`;
}

/** The same three numbers one below the other, as in a sum on paper. */
export function productColumn(
  { x, y }: Spot,
  [upstream = '', local = '', downstream = '']: readonly string[],
): SVGTemplateResult {
  const start = x + 22;
  const frame = Math.max(32, textWidth(local) + 16);
  return svg`<g class="product">
    <text class="gradient upstream" x=${start} y=${y + 8}>${upstream}</text>
    <text class="sign" x=${x + 8} y=${y + 42} text-anchor="middle">×</text>
    ${localFrame({ x: start + frame / 2, y: y + 34 }, local)}
    <text class="sign" x=${x + 8} y=${y + 76} text-anchor="middle">=</text>
    <text class="gradient downstream" x=${start} y=${y + 76}>${downstream}</text>
  </g>`;
}

function chevron({ x, y }: Spot, behind: Spot, size: number): string {
  const length = Math.hypot(x - behind.x, y - behind.y) || 1;
  const [dx, dy] = [((x - behind.x) / length) * size, ((y - behind.y) / length) * size];
  const wing = (side: number): string => pointText(x - dx - side * dy * 0.62, y - dy + side * dx * 0.62);
  return `${wing(1)} ${pointText(x, y)} ${wing(-1)}`;
}

/** The way of a value: a thin line with its arrow at the node that uses it. */
export function wire(curve: Curve, pieces: number, name: string): SVGTemplateResult {
  return svg`<g class=${name}><polyline points=${pointsOf(curve, 0, 1, pieces)}></polyline><polyline points=${chevron(curve(1), curve(0.96), 11)}></polyline></g>`;
}

/** A downstream gradient on its way back: a double line that has come a part of the way to the operand. */
export function downstreamLine(curve: Curve, pieces: number, part: number, length: number): SVGTemplateResult {
  const tip = 1 - part;
  const line = pointsOf(curve, 1, Math.min(1, tip + 4 / length), pieces);
  return svg`<g class="downstream-line"><polyline class="outer" points=${line}></polyline><polyline class="inner" points=${line}></polyline>
    <polyline class="head" points=${chevron(curve(tip), curve(Math.min(1, tip + 14 / length)), 14)}></polyline></g>`;
}

/** An upstream gradient on its way back: a solid arrow that has come a part of the way to the node. */
export function upstreamLine(curve: Curve, pieces: number, part: number, length: number): SVGTemplateResult {
  const [tip, behind] = [curve(part), curve(part - 20 / length)];
  const across = { x: ((tip.y - behind.y) * 11) / 20, y: ((behind.x - tip.x) * 11) / 20 };
  const wing = (side: number): string => pointText(behind.x + side * across.x, behind.y + side * across.y);
  return svg`<g class="upstream-arrow"><polyline class="shaft" points=${pointsOf(curve, 0, part - 12 / length, pieces)}></polyline>
    <polygon class="head" points="${pointText(tip.x, tip.y)} ${wing(1)} ${wing(-1)}"></polygon></g>`;
}

export function pulse({ x, y }: Spot, tone: string): SVGTemplateResult {
  return svg`<circle class="pulse ${tone}" cx=${x.toFixed(1)} cy=${y.toFixed(1)} r="9"></circle>`;
}

/** A number beside a curve, on paper so that lines don't cross it. */
export function besideText(
  curve: Curve,
  part: number,
  distance: number,
  text: string,
  name: string,
): SVGTemplateResult {
  const { x, y } = beside(curve, part, distance);
  return svg`<text class=${name} x=${x.toFixed(1)} y=${(y + 8).toFixed(1)} text-anchor="middle">${text}</text>`;
}
