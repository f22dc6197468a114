// What a run leaves for machines: results.json.

import type { Line } from '../measure/line.ts';
import type { Outcome } from '../measure/run.ts';
import type { Runner } from '../runners/runner.ts';
import type { Machine } from './machine.ts';

/** A runner as the report names it. */
export type Named = Pick<Runner, 'name' | 'about' | 'group'>;

export interface Results extends Outcome {
  /** When the run ended, ISO 8601. */
  readonly date: string;
  readonly scale: 'quick' | 'full';
  readonly machine: Machine;
  readonly runners: readonly Named[];
}

export const isTimed = (line: Line): line is Line & Required<Pick<Line, 'time' | 'rounds'>> => line.time !== undefined;

/** Whether some runner gave a wrong answer. */
export const isWrong = ({ problem }: Line): boolean => problem?.startsWith('wrong') ?? false;
