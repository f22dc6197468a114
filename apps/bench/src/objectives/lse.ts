// log Σ exp xᵢ, with the largest taken out of the exponents.

import type { Api, Operand } from './api.ts';

// The result does not depend on `largest`: a derivative through it would only add rounding.
export const lse =
  ({ add, exp, log, max, stopGradient, sub, sum }: Api) =>
  (x: Operand): Operand => {
    const largest = stopGradient(max(x));
    return add(largest, log(sum(exp(sub(x, largest)))));
  };
