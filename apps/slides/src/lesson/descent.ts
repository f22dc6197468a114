// A descent as data: the lines visited, the loss at each, and how it is going. A pure function of where it starts,
// so that previous simply asks for fewer steps.

import type { Line, Points } from './points.ts';
import type { Regression, Slope } from './regression.ts';

/** Beyond this loss there is nothing left to see, and the numbers must stay readable. */
const hopeless = 1e9;

export interface Descent {
  /** `path[k]` is the line after k steps; `path[0]` is the start. May be shorter than asked for if it diverges. */
  readonly path: readonly Line[];
  readonly slopes: readonly Slope[];
  readonly trend: 'start' | 'falling' | 'converged' | 'diverging';
}

function trendOf(slopes: readonly Slope[]): Descent['trend'] {
  const first = slopes[0];
  const last = slopes.at(-1);
  const before = slopes.at(-2);
  if (!first || !last) return 'start';
  if (Math.hypot(last.gradient.a, last.gradient.b) < 1e-6) return 'converged';
  if (!before) return 'start';
  return last.loss < before.loss ? 'falling' : 'diverging';
}

function isHopeless({ loss }: Slope): boolean {
  return !(loss < hopeless);
}

/** Takes up to `steps` steps of size `rate` from `start`, continuing `known` where that is the same descent. */
export function descend(
  lesson: Regression,
  points: Points,
  start: Line,
  rate: number,
  steps: number,
  known?: Descent,
): Descent {
  const path = known ? known.path.slice(0, steps + 1) : [start];
  const slopes = known ? known.slopes.slice(0, steps + 1) : [lesson.slope(start, points)];
  while (path.length <= steps) {
    const line = path.at(-1) ?? start;
    const slope = slopes.at(-1);
    if (!slope || isHopeless(slope)) break;
    const next = lesson.step(line, slope.gradient, rate);
    path.push(next);
    slopes.push(lesson.slope(next, points));
  }
  return { path, slopes, trend: trendOf(slopes) };
}

/** Whether further steps change nothing worth seeing: arrived, or gone for good. */
export function isOver(descent: Descent): boolean {
  const last = descent.slopes.at(-1);
  return descent.trend === 'converged' || (last !== undefined && isHopeless(last));
}
