// The derivative of v ← sin(v) · x + x, carried along.

import type { GradientCall } from '../../kinds/gradient.ts';

export function chain(rounds: number): GradientCall {
  return ([point]) => {
    const x = point?.[0] as number;
    let v = x;
    let by = 1;
    for (let i = 0; i < rounds; i++) {
      const sin = Math.sin(v);
      by = Math.cos(v) * by * x + sin + 1;
      v = sin * x + x;
    }
    return [[by]];
  };
}
