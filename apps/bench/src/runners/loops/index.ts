// What a user would write by hand: plain loops, derivatives worked out on paper.

import { inProcess } from '../in-process.ts';
import type { Runner } from '../runner.ts';

export const loops: Runner = inProcess({
  name: 'loops',
  about: 'plain TypeScript loops, derivatives worked out by hand; f32 is storage only, JavaScript computes in f64',
  group: 'hand',
  packages: [],
  dtypes: ['f64', 'f32'],
  workloads: [
    'lsq',
    'rosenbrock',
    'logistic',
    'mlp-small',
    'mlp-mnist',
    'lse',
    'llsq',
    'gmm',
    'kmeans',
    'det',
    'deep-chain',
    'hessian',
    'scan',
    'elementary',
    'descents',
  ],
  lacks: 'nobody derives this by hand, and there is nothing to compile',
  load: async () => (await import('./prepare.ts')).prepares,
});
