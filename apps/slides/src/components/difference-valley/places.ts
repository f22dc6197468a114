// Where the words of the valley of h stand, by its width: beside its slopes, or, where there is little room, between and
// below them.

import { type Frame, frame } from '../axes.ts';

/** A place on the two logarithmic axes. */
export interface Place {
  readonly h: number;
  readonly error: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface Places {
  readonly plot: Frame;
  readonly narrow: boolean;
  /** The powers of h that are written below their lines. */
  readonly labelled: readonly number[];
  /** The name h, among them. */
  readonly name: number;
  readonly forward: Place;
  readonly rounding: Place;
  readonly central: Place;
}

/** Below this width the words collide with the slopes. */
const wide = 560;
const gutter = 64;
const x = [-16.4, 0.3] as const;
export const lines = [-16, -12, -8, -4, 0] as const;

export function placesOf(width: number, height: number): Places {
  if (width >= wide)
    return {
      plot: frame(width, height, { x, y: [-18.4, 1.2] }, gutter),
      narrow: false,
      labelled: lines,
      name: -2,
      forward: { h: 0.1, error: -0.9, anchor: 'end' },
      rounding: { h: -10.2, error: -2.6, anchor: 'middle' },
      central: { h: 0.1, error: -10, anchor: 'end' },
    };
  const plot = frame(width, 400, { x, y: [-19.6, 2.6] }, gutter);
  const tight = plot.x(lines[1]) - plot.x(lines[0]) < gutter;
  return {
    plot,
    narrow: true,
    labelled: tight ? lines.filter((power) => power % 8 === 0) : lines,
    name: tight ? -4 : -2,
    forward: { h: 0.1, error: 0.5, anchor: 'end' },
    rounding: { h: -9.2, error: -1.6, anchor: 'middle' },
    central: { h: 0.1, error: -14.1, anchor: 'end' },
  };
}
