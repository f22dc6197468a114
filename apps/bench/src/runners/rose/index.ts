// Rose: functions of numbers and vectors, differentiated and compiled to WebAssembly.

import { inProcess } from '../in-process.ts';
import type { Runner } from '../runner.ts';

export const rose: Runner = inProcess({
  name: 'rose',
  about: 'rose, compiled to WebAssembly; vectors are JavaScript arrays that each call copies in and out',
  group: 'peer',
  packages: ['rose'],
  dtypes: ['f64'],
  workloads: ['lsq', 'rosenbrock'],
  lacks: 'is run on lsq and rosenbrock, in f64: it has no f32, no arrays in place, and none of the functions of arrays',
  load: async () => (await import('./prepare.ts')).prepares,
});
