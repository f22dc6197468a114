// mathjs: symbolic derivatives of formulas, compiled, and evaluated number by number.

import { inProcess } from '../in-process.ts';
import type { Runner } from '../runner.ts';

export const mathjs: Runner = inProcess({
  name: 'mathjs',
  about: 'mathjs, symbolic derivatives, compiled and evaluated point by point',
  group: 'peer',
  packages: ['mathjs'],
  dtypes: ['f64'],
  workloads: ['lsq', 'rosenbrock'],
  lacks: 'is run on lsq and rosenbrock, in f64: it differentiates formulas of numbers, not of arrays',
  load: async () => (await import('./prepare.ts')).prepares,
});
