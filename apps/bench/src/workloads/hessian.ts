// hessian: all second derivatives of a function of 100 parameters.

import { type GradientWorkload, gradientWorkload } from '../kinds/gradient.ts';
import { compensated } from '../reference/compensated.ts';
import { type Numbers, seeded } from '../seeded.ts';

export interface Curved {
  readonly rows: number;
  readonly columns: number;
  /** [rows, columns] in row-major order. */
  readonly features: Numbers;
}

export const hessian: GradientWorkload<readonly [rows: number, columns: number], Curved> = gradientWorkload({
  name: 'hessian',
  computes: 'Hessian of Σ log(1 + exp(Xw)) by the parameters w; X in place, the matrix is read back',
  dtypes: ['f64', 'f32'],
  sizes: { '10 parameters': [20, 10], '100 parameters': [200, 100] },
  quick: ['10 parameters'],
  full: ['100 parameters'],
  tolerance: { f64: 1e-12, f32: 1e-4 },
  data: ([rows, columns]) => ({ rows, columns, features: seeded(8).normal(rows * columns) }),
  start: ({ columns }) => [seeded(9).normal(columns, 0.1)],
  right: ({ rows, columns, features }, [weights]) => {
    const curvature = Array.from({ length: rows }, (_, row) => {
      const logit = compensated(columns, (j) => (features[row * columns + j] as number) * (weights?.[j] as number));
      const chance = 1 / (1 + Math.exp(-logit));
      return chance * (1 - chance);
    });
    const at = (row: number, j: number): number => features[row * columns + j] as number;
    const entry = (j: number, k: number): number =>
      compensated(rows, (row) => (curvature[row] as number) * at(row, j) * at(row, k));
    return [Array.from({ length: columns * columns }, (_, i) => entry(Math.floor(i / columns), i % columns))];
  },
});
