// What a user would write by hand: one plain loop, derivatives worked out on paper. In f32 only its data is f32: the
// arithmetic is JavaScript's, f64, where the packages round every operation to f32.

import type { Runner } from './runner.ts';

export const loops: Runner = {
  name: 'loops',
  prepare: async (instance, dtype) => {
    const x = dtype === 'f32' ? Float32Array.from(instance.x) : instance.x;
    const y = dtype === 'f32' ? Float32Array.from(instance.y) : instance.y;
    const n = x.length;
    return (a, b) => {
      let loss = 0;
      let byA = 0;
      let byB = 0;
      for (let i = 0; i < n; i++) {
        const at = x[i] as number;
        const residual = (y[i] as number) - (a * at + b);
        loss += residual * residual;
        byA += -2 * at * residual;
        byB += -2 * residual;
      }
      return [loss, byA, byB];
    };
  },
};
