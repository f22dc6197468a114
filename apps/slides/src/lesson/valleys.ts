// Each data point's own share of the loss: a valley in the (a, b) plane whose floor is the line of all (a, b) that meet the
// point exactly. The shares add up to the loss, and their gradients to its gradient.

import type { Engine } from '../store/engine.ts';
import { type Grid, grid, type Window } from './grid.ts';
import { perEngine } from './per-engine.ts';
import type { Line, Points } from './points.ts';
import { type Field, regressionOn } from './regression.ts';

/** More layers than this are shown as one. */
const most = 3;

export interface Layers {
  readonly grid: Grid;
  /** The loss of each group of points. */
  readonly layers: readonly Field[];
  /** `sums[k]` is that of the first k + 1 groups together; the last is the loss. */
  readonly sums: readonly Field[];
}

export interface Valleys {
  readonly layers: (points: Points, window: Window) => Layers;
  /** ∇ of each group's loss at a line. */
  readonly gradients: (points: Points, line: Line) => readonly Line[];
  /** Where point i's valley lies: its b at a given a. */
  readonly floor: (points: Points, index: number, a: number) => number;
}

/** The points in up to three groups: one each, the last with all that are left. */
export function groupsOf({ x }: Points): readonly (readonly number[])[] {
  const all = x.map((_, i) => i);
  return all.length <= most ? all.map((i) => [i]) : [...all.slice(0, most - 1).map((i) => [i]), all.slice(most - 1)];
}

const part = ({ x, y }: Points, indices: readonly number[]): Points => ({
  x: indices.map((i) => x[i] ?? Number.NaN),
  y: indices.map((i) => y[i] ?? Number.NaN),
});

export const valleysOn: (engine: Engine) => Valleys = perEngine((engine) => {
  const lesson = regressionOn(engine);
  const kept = new WeakMap<Points, Map<string, Layers>>();

  const compute = (points: Points, window: Window): Layers => {
    const plane = grid(window, 49, 49);
    const groups = groupsOf(points);
    const field = (indices: readonly number[]): Field => lesson.field(plane.a, plane.b, part(points, indices));
    return {
      grid: plane,
      layers: groups.map(field),
      sums: groups.map((_, k) => field(groups.slice(0, k + 1).flat())),
    };
  };

  return {
    layers(points, window) {
      const byWindow = kept.get(points) ?? new Map<string, Layers>();
      kept.set(points, byWindow);
      const key = JSON.stringify(window);
      const layers = byWindow.get(key) ?? compute(points, window);
      byWindow.set(key, layers);
      return layers;
    },
    gradients(points, line) {
      const { a, b } = lesson.rows(line, points).terms;
      return groupsOf(points).map((indices) => {
        const [only = 0, ...others] = indices;
        if (others.length === 0) return { a: a[only] ?? Number.NaN, b: b[only] ?? Number.NaN };
        return lesson.slope(line, part(points, indices)).gradient;
      });
    },
    // The residual of the line with b = 0 is the b that would make it 0.
    floor: (points, index, a) => lesson.rows({ a, b: 0 }, part(points, [index])).residual[0] ?? Number.NaN,
  };
});
