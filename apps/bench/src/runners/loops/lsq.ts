// Σ(yᵢ − (a xᵢ + b))² and its derivatives, in one loop.

import type { TypedNumbers } from '../../workload.ts';
import type { LsqCall } from '../../workloads/lsq.ts';

export function lsq(x: TypedNumbers, y: TypedNumbers): LsqCall {
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
}
