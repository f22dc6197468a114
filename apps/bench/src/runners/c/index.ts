// C by hand, where a compiler is found: what the hardware allows, with all of it and with what SIMD128 has.

import type { Runner } from '../runner.ts';
import { writtenInC } from './input.ts';

function c(name: string, about: string, options: readonly string[]): Runner {
  return {
    name,
    about,
    group: 'limit',
    packages: [],
    dtypes: ['f64', 'f32'],
    workloads: writtenInC,
    lacks: 'is not written in C here',
    open: async (workload, data, dtype) => {
      const [{ program }, { converse }, { inputOf }] = await Promise.all([
        import('./compiler.ts'),
        import('./conversation.ts'),
        import('./input.ts'),
      ]);
      return converse(program(options, dtype), inputOf(workload, data));
    },
  };
}

export const cNative: Runner = c('c', 'C by hand, -O3 -march=native -ffast-math, into the same memory at each call', [
  '-O3',
  '-march=native',
  '-ffast-math',
]);

export const cBaseline: Runner = c(
  'c-128',
  'the same C with -march=x86-64-v2: 128-bit vectors and no FMA, as in WebAssembly',
  ['-O3', '-march=x86-64-v2', '-ffast-math'],
);
