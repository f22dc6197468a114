// Where the plots of the cuts that slide out stand: where they are asked to, or in a narrow drawing below the surface.

import type { Axis } from './cut.ts';

export interface Lift {
  /** Which cut: the one that holds this variable. */
  readonly hold: Axis;
  readonly out: boolean;
  /** The curve's name, at its end. */
  readonly name: string;
  /** What stands in the plot's upper left corner. */
  readonly caption?: string;
  /** The plot: its upper left corner in the drawing, and its size. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const gap = 12;
/** Plots less wide than this stand one below the other. */
const least = 280;
/** A plot becomes lower with its width, but not lower than this unless it was. */
const lowest = 220;

/** Whether all stand where they are asked to, in a drawing of this width. */
export const fitting = (lifts: readonly Lift[], width: number): boolean =>
  lifts.every((lift) => lift.left + lift.width <= width);

/** The lifts in a column from `top` on, two in a row where they have room. */
export function below(lifts: readonly Lift[], width: number, top: number): readonly Lift[] {
  const columns = Math.max(1, Math.min(lifts.length, Math.floor((width + gap) / (least + gap))));
  const side = (width - (columns - 1) * gap) / columns;
  const height = Math.max(
    ...lifts.map((lift) => Math.round(Math.max(Math.min(lift.height, lowest), (lift.height * side) / lift.width))),
  );
  return lifts.map((lift, i) => ({
    ...lift,
    left: (i % columns) * (side + gap),
    top: top + Math.floor(i / columns) * (height + gap),
    width: side,
    height,
  }));
}
