// rosenbrock: the gradient of Rosenbrock's function at each of many points (Rosenbrock, The Computer Journal 3, 1960).

import { type ResidentWorkload, residentWorkload } from '../kinds/resident.ts';
import { type Numbers, seeded } from '../seeded.ts';

export interface Places {
  readonly x: Numbers;
  readonly y: Numbers;
}

export const rosenbrock: ResidentWorkload<number, Places> = residentWorkload<number, Places>({
  name: 'rosenbrock',
  computes: 'gradient of (1 − x)² + 100 (y − x²)² at each point, into two arrays that stay in place',
  dtypes: ['f64', 'f32'],
  sizes: { '1,000': 1000, '1,000,000': 1_000_000 },
  quick: ['1,000'],
  full: ['1,000,000'],
  tolerance: { f64: 1e-13, f32: 1e-6 },
  data: (size) => {
    const random = seeded(2);
    return { x: random.uniform(size, -2, 2), y: random.uniform(size, -1, 3) };
  },
  expected: ({ x, y }) => [
    x.map((at, i) => {
      const across = (y[i] as number) - at * at;
      return -2 * (1 - at) - 400 * at * across;
    }),
    y.map((at, i) => 200 * (at - (x[i] as number) ** 2)),
  ],
});
