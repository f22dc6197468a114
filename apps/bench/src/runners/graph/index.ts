// The teaching baseline: a graph of numbers, built anew at each call.

import { inProcess } from '../in-process.ts';
import type { Runner } from '../runner.ts';

export const graph: Runner = inProcess({
  name: 'graph',
  about: 'a hundred lines of our own: a graph of numbers, built anew at each call, as it is taught',
  group: 'hand',
  packages: [],
  dtypes: ['f64'],
  workloads: ['lsq', 'rosenbrock', 'mlp-small', 'lse', 'deep-chain', 'scan'],
  lacks: 'knows single numbers only: a node for each operation on each element would not fit, or says nothing new',
  load: async () => (await import('./prepare.ts')).prepares,
});
