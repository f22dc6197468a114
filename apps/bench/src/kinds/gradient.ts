// Workloads whose call takes a point and gives back derivatives there: results are read back, and the next point differs.

import type { Numbers } from '../seeded.ts';
import { type DType, type List, placed, type TypedNumbers, type Workload } from '../workload.ts';

/** The arrays that a function is differentiated by. */
export type Point = readonly TypedNumbers[];

/** Derivatives at a point, read back: a list for each array that the workload asks for. */
export type GradientCall = (point: Point) => readonly List[];

export interface GradientWorkload<Size, Data> extends Workload<Size, Data, GradientCall> {
  /** Where the calls start. */
  start(data: Data): readonly Numbers[];
}

interface Specification<Size, Data>
  extends Pick<
    GradientWorkload<Size, Data>,
    'name' | 'computes' | 'dtypes' | 'sizes' | 'quick' | 'full' | 'tolerance' | 'data' | 'start'
  > {
  /** The right answer at a point. */
  right(data: Data, point: readonly Numbers[]): readonly List[];
}

// Survives rounding to f32 beside numbers of about 1.
const step = 2 ** -10;

// The first point comes again at the end: a call must not depend on those before it.
function points(start: readonly Numbers[]): readonly (readonly Numbers[])[] {
  const moved = start.map((numbers) => numbers.map((value, i) => Math.fround(value + step * ((i & 7) - 3))));
  return [start, moved, start];
}

export function gradientWorkload<Size, Data>(spec: Specification<Size, Data>): GradientWorkload<Size, Data> {
  const { start, right, ...rest } = spec;
  return {
    ...rest,
    start,
    expected: (data) => points(start(data)).flatMap((point) => right(data, point)),
    answers: (call, data, dtype) =>
      points(start(data)).flatMap((point) => call(inDType(point, dtype)).map((list) => Array.from(list))),
    time: (call, data, dtype, calls) => {
      const from = start(data);
      const point = inDType(from, dtype);
      const moving = point[0] as TypedNumbers;
      const began = performance.now();
      for (let i = 0; i < calls; i++) {
        const result = call(point);
        // Which way the next point lies is known only when this result is.
        const down = ((result[0] as List)[0] as number) < 0;
        const at = i % moving.length;
        moving[at] = (from[0] as Numbers)[at] as number;
        const next = (i + 1) % moving.length;
        const move = step * (1 + (i & 7));
        moving[next] = ((from[0] as Numbers)[next] as number) + (down ? -move : move);
      }
      return performance.now() - began;
    },
  };
}

function inDType(point: readonly Numbers[], dtype: DType): Point {
  return point.map((numbers) => placed(numbers, dtype));
}
