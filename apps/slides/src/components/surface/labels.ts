// What stands along the axes of a surface: no label on another. Seen from the side, or drawn small, an axis has room for
// fewer values, and its name moves on beyond its end.

import { type SVGTemplateResult, svg } from 'lit';
import type { Place } from './projection.ts';

export interface Label {
  readonly at: Place;
  readonly content: string;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Of an axis, not of a value on it. */
  readonly name?: boolean;
}

interface Extent {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Roughly, and without the air around letters. */
function extentOf({ at: [x, y], content, anchor, name }: Label): Extent {
  const [width, height] = name ? [12, 16] : [11 * content.length, 14];
  const centre = anchor === 'start' ? x + width / 2 : anchor === 'end' ? x - width / 2 : x;
  return { x: centre, y, width, height };
}

function touch(one: Label, other: Label): boolean {
  const [a, b] = [extentOf(one), extentOf(other)];
  return Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2;
}

const isFree = (label: Label, taken: readonly Label[]): boolean => !taken.some((other) => touch(label, other));

/** Those of the labels that touch none before them. */
export function apart(labels: readonly Label[]): Label[] {
  const kept: Label[] = [];
  for (const label of labels) if (isFree(label, kept)) kept.push(label);
  return kept;
}

/** The label at the first of its places where it is free. */
export function moved(taken: readonly Label[], places: readonly Label[]): readonly Label[] {
  const found = places.find((label) => isFree(label, taken)) ?? places[0];
  return found ? [found] : [];
}

export function text({ at: [x, y], content, anchor, name }: Label): SVGTemplateResult {
  return svg`<text class=${name ? 'name' : ''} x=${x.toFixed(1)} y=${(y + 7).toFixed(1)} text-anchor=${anchor}>${content}</text>`;
}
