// The loss along one parameter while the other is held constant: a curve of one variable, and its slope at a point.

import type { Engine } from '../store/engine.ts';
import { perEngine } from './per-engine.ts';
import type { Line, Points } from './points.ts';
import { regressionOn } from './regression.ts';

export interface Slice {
  readonly values: readonly number[];
  /** The loss at each value. */
  readonly losses: readonly number[];
  /** The loss at the point, and the partial derivative there. */
  readonly loss: number;
  readonly slope: number;
}

const count = 61;

export const sliceOn = perEngine((engine: Engine) => {
  const lesson = regressionOn(engine);
  return (points: Points, along: 'a' | 'b', at: Line, [from, to]: readonly [number, number]): Slice => {
    const values = Float64Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
    const still = new Float64Array(count).fill(at[along === 'a' ? 'b' : 'a']);
    const { loss: losses } = along === 'a' ? lesson.field(values, still, points) : lesson.field(still, values, points);
    const { loss, gradient } = lesson.slope(at, points);
    return { values: [...values], losses: [...losses], loss, slope: gradient[along] };
  };
});
