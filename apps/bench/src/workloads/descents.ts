// descents: the deck's picture of the learning rate: for each of many rates, where gradient descent has got to.

import { type ResidentWorkload, residentWorkload } from '../kinds/resident.ts';
import type { Numbers } from '../seeded.ts';

export interface Descents {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly start: readonly [a: number, b: number];
  readonly steps: number;
  readonly rates: Numbers;
}

export const descents: ResidentWorkload<number, Descents> = residentWorkload({
  name: 'descents',
  computes: 'the loss Σ(yᵢ − (a xᵢ + b))² of three points after 50 steps of gradient descent, for each learning rate',
  dtypes: ['f64', 'f32'],
  sizes: { '100 rates': 100, '10,000 rates': 10_000 },
  quick: ['100 rates'],
  full: ['10,000 rates'],
  tolerance: { f64: 1e-12, f32: 1e-4 },
  data: (count) => ({
    x: [-2, 0, 1],
    y: [-1, 1, 2],
    start: [2, -1],
    steps: 50,
    // Up to where descents stop to converge: beyond it they differ by their rounding alone.
    rates: new Float64Array(count).map((_, i) => Math.fround((0.19 * (i + 1)) / count)),
  }),
  expected: ({ x, y, start, steps, rates }) => [
    rates.map((rate) => {
      let [a, b] = start;
      for (let step = 0; step < steps; step++) {
        let byA = 0;
        let byB = 0;
        x.forEach((at, i) => {
          const residual = (y[i] as number) - (a * at + b);
          byA -= 2 * at * residual;
          byB -= 2 * residual;
        });
        a -= rate * byA;
        b -= rate * byB;
      }
      return x.reduce((loss, at, i) => loss + ((y[i] as number) - (a * at + b)) ** 2, 0);
    }),
  ],
});
