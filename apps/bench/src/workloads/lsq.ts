// lsq: value and gradient of the lecture's loss, over data in place, at a and b that are numbers.

import { compensated } from '../reference/compensated.ts';
import { type Numbers, seeded } from '../seeded.ts';
import type { Workload } from '../workload.ts';

export interface Points {
  readonly x: Numbers;
  readonly y: Numbers;
}

export type LsqAnswer = readonly [loss: number, byA: number, byB: number];
export type LsqCall = (a: number, b: number) => LsqAnswer;

/** Noise about the line y = 0.5 x + 1. */
function pointsAbout(size: number): Points {
  const random = seeded(1);
  const x = random.uniform(size, -1, 1);
  const noise = random.uniform(size, -0.1, 0.1);
  return { x, y: x.map((at, i) => Math.fround(0.5 * at + 1 + (noise[i] as number))) };
}

function rightAnswer({ x, y }: Points, a: number, b: number): LsqAnswer {
  const residual = (i: number): number => (y[i] as number) - (a * (x[i] as number) + b);
  return [
    compensated(x.length, (i) => residual(i) ** 2),
    compensated(x.length, (i) => -2 * (x[i] as number) * residual(i)),
    compensated(x.length, (i) => -2 * residual(i)),
  ];
}

// The first point comes again at the end: a call must not depend on those before it.
const checked: readonly (readonly [a: number, b: number])[] = [
  [2, 1],
  [-3, 0.25],
  [2, 1],
];

// Survives rounding to f32 beside 1 and 2: a smaller step would repeat the same call there.
const step = 2 ** -10;

export const lsq: Workload<number, Points, LsqCall> = {
  name: 'lsq',
  computes: 'value and gradient of Σ(yᵢ − (a xᵢ + b))²: a and b are numbers, x and y in place; results are read back',
  dtypes: ['f64', 'f32'],
  sizes: { '3': 3, '1,000': 1000, '1,000,000': 1_000_000 },
  quick: ['3', '1,000'],
  full: ['3', '1,000', '1,000,000'],
  // A running sum of a million numbers in f32 loses three digits, and is what some runners promise.
  tolerance: { f64: 1e-12, f32: 1e-3 },
  data: pointsAbout,
  expected: (points) => checked.map(([a, b]) => rightAnswer(points, a, b)),
  answers: (call) => checked.map(([a, b]) => call(a, b)),
  // Each result decides on which side of 2 and 1 the next a and b lie, and how far changes from call to call: no call
  // repeats the one before it, and nothing can be hoisted or dropped.
  time: (call, _points, _dtype, calls) => {
    let a = 2;
    let b = 1;
    const began = performance.now();
    for (let i = 0; i < calls; i++) {
      const [, byA, byB] = call(a, b);
      const move = step * (1 + (i & 7));
      a = byA < 0 ? 2 - move : 2 + move;
      b = byB < 0 ? 1 - move : 1 + move;
    }
    return performance.now() - began;
  },
};
