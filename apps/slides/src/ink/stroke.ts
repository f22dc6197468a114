// What is drawn over a slide by hand, in stage units, so that windows of any size agree. Strokes belong to their slide.

import { type Check, fields, list, optional, whole } from '../store/holds.ts';

/** A line of the pen: x, y and pressure in per cent, point after point. */
export type Stroke = readonly number[];

/** The strokes on each slide, by its id. */
export type Ink = Readonly<Record<string, readonly Stroke[]>>;

/** A stroke on its way. */
export interface Drawing {
  readonly slide: string;
  readonly points: Stroke;
}

/** Where the laser points; nothing while it is off. */
export type Spot = { readonly x: number; readonly y: number } | null;

const mostStrokes = 100;
const mostPoints = 600;
const coordinate = whole(-3000, 6000);

export const isStroke: Check = (value) =>
  list(coordinate, 3 * mostPoints, 3)(value) && (value as Stroke).length % 3 === 0;

export const isSpot: Check = (value) => value === null || fields({ x: coordinate, y: coordinate })(value);

export function inkCheck(ids: readonly string[]): Check {
  return fields(Object.fromEntries(ids.map((id) => [id, optional(list(isStroke, mostStrokes))])));
}

/** Whether there is room for another point. */
export function hasRoom(stroke: Stroke): boolean {
  return stroke.length < 3 * mostPoints;
}

/** With one stroke more; of too many the oldest goes. */
export function withStroke(ink: Ink, slide: string, stroke: Stroke): Ink {
  return { ...ink, [slide]: [...(ink[slide] ?? []), stroke].slice(-mostStrokes) };
}

/** Without the slide's last stroke. */
export function withoutLast(ink: Ink, slide: string): Ink {
  return { ...ink, [slide]: (ink[slide] ?? []).slice(0, -1) };
}

export function withoutAll(ink: Ink, slide: string): Ink {
  return { ...ink, [slide]: [] };
}
