// One line of the report.

import type { Case } from '../apart/protocol.ts';
import { type Quartiles, quartiles } from './quartiles.ts';

export interface Line extends Case {
  readonly runner: string;
  /** Microseconds per call, round by round; none if there is a problem. */
  readonly rounds?: readonly number[];
  readonly time?: Quartiles;
  /** Time divided by the reference's in the same round; absent if the reference was not timed. */
  readonly ratio?: Quartiles;
  /** What went wrong, as a sentence. A runner with a problem is not timed. */
  readonly problem?: string;
}

/** The runner that ratios are to: the one that runs everything. */
export const reference = 'core';

/** The line of a runner that was timed, with those of the reference in the same rounds. */
export function timedLine(
  about: Case,
  runner: string,
  rounds: readonly number[],
  base: readonly number[] | undefined,
): Line {
  const line = { ...about, runner, rounds, time: quartiles(rounds) };
  if (base === undefined) return line;
  // The last round may have been cut short before the reference's turn, or after it.
  const both = rounds.slice(0, base.length);
  if (both.length === 0) return line;
  return { ...line, ratio: quartiles(both.map((time, round) => time / (base[round] as number))) };
}
