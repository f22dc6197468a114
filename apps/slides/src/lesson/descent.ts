// A descent as data: the lines visited, the loss at each, and how it is going. A pure function of where it starts,
// so that previous simply asks for fewer steps.

import type { Memory, Optimise, OptimiserName } from './optimisers.ts';
import type { Line, Points } from './points.ts';
import type { Regression, Slope } from './regression.ts';

/** Beyond this loss, or this many times the first, there is nothing left to see, and the numbers must stay readable. */
const hopeless = 1e9;
/** A gradient of this size, or of this share of the first, counts as 0. */
const nearly = { size: 1e-6, share: 1e-8 };

export type Trend = 'start' | 'falling' | 'rising' | 'converged' | 'diverging';

export interface Descent {
  /** `path[k]` is the line after k steps; `path[0]` is the start. May be shorter than asked for if it diverges. */
  readonly path: readonly Line[];
  readonly slopes: readonly Slope[];
  /** `memories[k]` is what the optimiser remembers after k steps; empty for plain descent. */
  readonly memories: readonly Memory[];
  readonly trend: Trend;
}

/** The optimiser of a descent; plain gradient descent where there is none. */
export interface Optimiser {
  readonly name: OptimiserName;
  readonly optimise: Optimise;
}

const steepness = ({ gradient }: Slope): number => Math.hypot(gradient.a, gradient.b);

function trendOf(slopes: readonly Slope[], plain: boolean): Trend {
  const first = slopes[0];
  const last = slopes.at(-1);
  const before = slopes.at(-2);
  if (!first || !last) return 'start';
  if (steepness(last) < Math.max(nearly.size, nearly.share * steepness(first))) return 'converged';
  if (!before) return 'start';
  if (last.loss < before.loss) return 'falling';
  // With a memory the loss may rise for a while.
  return plain || !(last.loss < 20 * first.loss) ? 'diverging' : 'rising';
}

function isHopeless({ loss }: Slope, first: Slope): boolean {
  return !(loss < Math.max(hopeless, hopeless * first.loss * 0.1));
}

/** Takes up to `steps` steps of size `rate` from `start`, continuing `known` where that is the same descent. */
export function descend(
  lesson: Regression,
  points: Points,
  start: Line,
  rate: number,
  steps: number,
  known?: Descent,
  optimiser?: Optimiser,
): Descent {
  const path = known ? known.path.slice(0, steps + 1) : [start];
  const first = lesson.slope(start, points);
  const slopes = known ? known.slopes.slice(0, steps + 1) : [first];
  const memories = known ? known.memories.slice(0, steps) : [];
  while (path.length <= steps) {
    const line = path.at(-1) ?? start;
    const slope = slopes.at(-1);
    if (!slope || isHopeless(slope, first)) break;
    const next = nextLine(lesson, line, slope, rate, memories.at(-1), optimiser);
    if (next.memory) memories.push(next.memory);
    path.push(next.line);
    slopes.push(lesson.slope(next.line, points));
  }
  return { path, slopes, memories, trend: trendOf(slopes, (optimiser?.name ?? 'plain') === 'plain') };
}

/** The step after this one. */
export function nextLine(
  lesson: Regression,
  line: Line,
  { gradient }: Slope,
  rate: number,
  memory?: Memory,
  optimiser?: Optimiser,
): { readonly line: Line; readonly memory?: Memory } {
  return optimiser
    ? optimiser.optimise(optimiser.name, line, gradient, rate, memory)
    : { line: lesson.step(line, gradient, rate) };
}

/** Whether further steps change nothing worth seeing: arrived, or gone for good. */
export function isOver({ trend, slopes }: Descent): boolean {
  const [first, last] = [slopes[0], slopes.at(-1)];
  return trend === 'converged' || (first !== undefined && last !== undefined && isHopeless(last, first));
}
