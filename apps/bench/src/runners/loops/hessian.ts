// Xᵀ diag(σ(1 − σ)) X, its upper half computed and the lower one copied.

import type { GradientCall } from '../../kinds/gradient.ts';
import type { Curved } from '../../workloads/hessian.ts';

export function hessian({ rows, columns, features }: Curved): GradientCall {
  return ([weights]) => {
    const second = new Float64Array(columns * columns);
    for (let row = 0; row < rows; row++) {
      const from = row * columns;
      let logit = 0;
      for (let j = 0; j < columns; j++) logit += (features[from + j] as number) * (weights?.[j] as number);
      const chance = 1 / (1 + Math.exp(-logit));
      const curvature = chance * (1 - chance);
      for (let j = 0; j < columns; j++) {
        const scaled = curvature * (features[from + j] as number);
        for (let k = j; k < columns; k++) {
          const at = j * columns + k;
          second[at] = (second[at] as number) + scaled * (features[from + k] as number);
        }
      }
    }
    for (let j = 0; j < columns; j++) {
      for (let k = 0; k < j; k++) second[j * columns + k] = second[k * columns + j] as number;
    }
    return [second];
  };
}
