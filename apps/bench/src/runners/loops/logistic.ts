// Xᵀ(σ(Xw) − y) / n, row by row.

import type { GradientCall } from '../../kinds/gradient.ts';
import type { TypedNumbers } from '../../workload.ts';

export function logistic(columns: number, features: TypedNumbers, labels: TypedNumbers): GradientCall {
  const rows = labels.length;
  return ([weights]) => {
    const by = new Float64Array(columns);
    for (let row = 0; row < rows; row++) {
      const from = row * columns;
      let logit = 0;
      for (let j = 0; j < columns; j++) logit += (features[from + j] as number) * (weights?.[j] as number);
      const error = 1 / (1 + Math.exp(-logit)) - (labels[row] as number);
      for (let j = 0; j < columns; j++) by[j] = (by[j] as number) + error * (features[from + j] as number);
    }
    for (let j = 0; j < columns; j++) by[j] = (by[j] as number) / rows;
    return [by];
  };
}
