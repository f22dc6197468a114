// What a run leaves for machines: results.json.

import type { Line } from '../measure/line.ts';
import type { Outcome, Scale } from '../measure/run.ts';
import type { Runner } from '../runners/runner.ts';
import type { Machine } from './machine.ts';

/** A runner as the report names it. */
export type Named = Pick<Runner, 'name' | 'about' | 'group'>;

export interface Results extends Outcome {
  /** When the run ended, ISO 8601. */
  readonly date: string;
  readonly scale: Scale;
  readonly machine: Machine;
  readonly runners: readonly Named[];
}

export const isTimed = (line: Line): line is Line & Required<Pick<Line, 'time' | 'rounds'>> => line.time !== undefined;

/**
 * Lines that must not be: a wrong answer of anything in this repository, or a runner of its own that failed. What other
 * libraries do is news, and a limit may be missing where there is no compiler.
 */
export function faultsIn({ lines, runners }: Pick<Results, 'lines' | 'runners'>): Line[] {
  const groupOf = new Map(runners.map(({ name, group }) => [name, group]));
  return lines.filter(({ runner, problem }) => {
    const group = groupOf.get(runner);
    if (problem === undefined || group === 'peer') return false;
    return group !== 'limit' || problem.startsWith('wrong');
  });
}
