// The gradient of log Σ exp is softmax.

import type { GradientCall } from '../../kinds/gradient.ts';
import type { TypedNumbers } from '../../workload.ts';

export const lse: GradientCall = ([point]) => {
  const x = point as TypedNumbers;
  let largest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < x.length; i++) largest = Math.max(largest, x[i] as number);
  const by = new Float64Array(x.length);
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    const share = Math.exp((x[i] as number) - largest);
    by[i] = share;
    sum += share;
  }
  for (let i = 0; i < x.length; i++) by[i] = (by[i] as number) / sum;
  return [by];
};
