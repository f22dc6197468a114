// Who leads: a logical clock. Each thing that a person does counts one act more than any window has seen; a tie goes to
// the window with the greater id. The ticks of a run count among themselves only, so that no tick ever outranks an act.

import { type Check, fields, text, whole } from '../store/holds.ts';

export interface Stamp {
  /** Acts of people, in all windows together. */
  readonly acts: number;
  /** Id of the window of the last act; empty before the first. */
  readonly by: string;
  /** Ticks of a run that the act started. */
  readonly ticks: number;
}

export const start: Stamp = { acts: 0, by: '', ticks: 0 };

const most = 2 ** 50;

export const isStamp: Check = fields({ acts: whole(0, most), by: text(40), ticks: whole(0, most) });

export function isLater(one: Stamp, other: Stamp): boolean {
  if (one.acts !== other.acts) return one.acts > other.acts;
  if (one.by !== other.by) return one.by > other.by;
  return one.ticks > other.ticks;
}

export function afterAct({ acts }: Stamp, by: string): Stamp {
  return { acts: acts + 1, by, ticks: 0 };
}

export function afterTick(stamp: Stamp): Stamp {
  return { ...stamp, ticks: stamp.ticks + 1 };
}
