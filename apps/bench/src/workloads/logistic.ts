// logistic: the gradient of a logistic regression's loss by its weights.

import { type GradientWorkload, gradientWorkload } from '../kinds/gradient.ts';
import { compensated } from '../reference/compensated.ts';
import { type Numbers, seeded } from '../seeded.ts';

export interface Samples {
  readonly rows: number;
  readonly columns: number;
  /** [rows, columns] in row-major order. */
  readonly features: Numbers;
  /** 0 or 1. */
  readonly labels: Numbers;
}

export const logistic: GradientWorkload<readonly [rows: number, columns: number], Samples> = gradientWorkload({
  name: 'logistic',
  computes: 'gradient of mean(softplus(Xw) − y Xw) by the weights w; X and y in place, the gradient is read back',
  dtypes: ['f64', 'f32'],
  sizes: { '1,000 × 50': [1000, 50], '100,000 × 50': [100_000, 50] },
  quick: ['1,000 × 50'],
  full: ['100,000 × 50'],
  tolerance: { f64: 1e-12, f32: 1e-4 },
  data: ([rows, columns]) => {
    const random = seeded(3);
    return {
      rows,
      columns,
      features: random.normal(rows * columns),
      labels: random.uniform(rows).map((chance) => (chance < 0.5 ? 0 : 1)),
    };
  },
  start: ({ columns }) => [seeded(4).normal(columns, 0.1)],
  right: ({ rows, columns, features, labels }, [weights]) => {
    const errors = labels.map((label, row) => {
      const logit = compensated(columns, (j) => (features[row * columns + j] as number) * (weights?.[j] as number));
      return 1 / (1 + Math.exp(-logit)) - label;
    });
    const by = (j: number): number =>
      compensated(rows, (row) => (errors[row] as number) * (features[row * columns + j] as number)) / rows;
    return [Array.from({ length: columns }, (_, j) => by(j))];
  },
});
