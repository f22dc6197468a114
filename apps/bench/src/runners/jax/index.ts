// jax-js, as its README advises: jitted functions, arrays on the WebAssembly device, references counted.

import { inProcess } from '../in-process.ts';
import type { Runner } from '../runner.ts';

export const jax: Runner = inProcess({
  name: 'jax-js',
  about: '@jax-js/jax, jitted, on its WebAssembly device',
  group: 'peer',
  packages: ['@jax-js/jax'],
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
    'ba',
    'compile',
    'hessian',
    'elementary',
    'descents',
  ],
  lacks: 'has no loop whose body is traced once (lax.scan), no gather for det, and deep graphs overflow its stack',
  load: async () => {
    const jax = await import('@jax-js/jax');
    const devices = await jax.init('wasm');
    if (!devices.includes('wasm')) throw new Error('its WebAssembly device is not available');
    jax.defaultDevice('wasm');
    const { prepares } = await import('./prepare.ts');
    return prepares;
  },
});
