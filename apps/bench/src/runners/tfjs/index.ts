// TensorFlow.js on its CPU and its WebAssembly backend, eager as it is, with `tidy` around each call as its guide advises.

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inProcess } from '../in-process.ts';
import type { Runner } from '../runner.ts';

type Tf = typeof import('./bundle.ts');

function tfjs(backend: 'cpu' | 'wasm'): Runner {
  return inProcess({
    name: `tfjs-${backend}`,
    about: `@tensorflow/tfjs-core, eager, on its ${backend === 'cpu' ? 'CPU' : 'WebAssembly'} backend`,
    group: 'peer',
    packages: ['@tensorflow/tfjs-core', `@tensorflow/tfjs-backend-${backend}`],
    dtypes: ['f32'],
    workloads: ['lsq', 'rosenbrock', 'logistic', 'mlp-small', 'mlp-mnist', 'elementary', 'descents'],
    lacks: 'has no f64, no second derivatives, and nothing to compile',
    load: async () => {
      const require = createRequire(import.meta.url);
      const tf: Tf = require('../../../dist/tfjs.cjs');
      if (backend === 'wasm') {
        const folder = dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json'));
        tf.setWasmPaths(join(folder, 'dist/'));
      }
      if (!(await tf.setBackend(backend))) throw new Error(`its ${backend} backend did not start`);
      const { preparesFor } = await import('./prepare.ts');
      return preparesFor(tf);
    },
  });
}

export const tfjsCpu: Runner = tfjs('cpu');
export const tfjsWasm: Runner = tfjs('wasm');
