// A stroke as the outline of a line that pressure makes thick or thin.

import { getStroke } from 'perfect-freehand';
import type { Stroke } from './stroke.ts';

/** What a mouse always reports. */
export const even = 50;

const number = (value: number): string => String(Math.round(value * 10) / 10);

/** The path `d` of a stroke. */
export function outlineOf(stroke: Stroke): string {
  const points = Array.from({ length: stroke.length / 3 }, (_, i) => [
    stroke[3 * i] ?? 0,
    stroke[3 * i + 1] ?? 0,
    (stroke[3 * i + 2] ?? even) / 100,
  ]);
  const simulatePressure = points.every(([, , pressure]) => pressure === even / 100);
  const outline = getStroke(points, { size: 6, thinning: 0.45, smoothing: 0.5, streamline: 0.35, simulatePressure });
  // Through the middles of its sides, with its corners to bend to.
  const middles = outline.map(([x = 0, y = 0], i) => {
    const [nextX = 0, nextY = 0] = outline[(i + 1) % outline.length] ?? [];
    return `${number(x)} ${number(y)} ${number((x + nextX) / 2)} ${number((y + nextY) / 2)}`;
  });
  const [first] = middles;
  return first === undefined
    ? ''
    : `M${first.split(' ').slice(2).join(' ')}Q${[...middles.slice(1), first].join(' ')}Z`;
}
