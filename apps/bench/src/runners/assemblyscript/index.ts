// AssemblyScript by hand: what fits 128-bit SIMD in one fused loop, the limit of what a WebAssembly backend can reach.

import { readFile } from 'node:fs/promises';
import { inProcess } from '../in-process.ts';
import type { Runner } from '../runner.ts';

export const assemblyScript: Runner = inProcess({
  name: 'assemblyscript',
  about: 'fused 128-bit SIMD loops by hand in AssemblyScript, into the same memory at each call',
  group: 'limit',
  packages: ['assemblyscript'],
  dtypes: ['f64', 'f32'],
  workloads: ['lsq', 'rosenbrock'],
  lacks: 'is written for lsq and rosenbrock only',
  load: async () => {
    const bytes = await readFile(new URL('../../../dist/kernels.wasm', import.meta.url));
    const { instance } = await WebAssembly.instantiate(bytes, {
      env: {
        abort: () => {
          throw new Error('the kernel aborted');
        },
      },
    });
    const { preparesFor } = await import('./prepare.ts');
    return preparesFor(instance.exports);
  },
});
