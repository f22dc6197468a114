// eye: the identity matrix, square or not.

import type { Backend } from '../kernel/backend.ts';
import { mustBeCount } from '../shape/checks.ts';
import type { Tensor } from '../tensor/operand.ts';
import { type ConstructorOptions, isOptions, placed } from './place.ts';

/** The type of {@link eye} of either package. */
export interface Eye {
  (n: number, options?: ConstructorOptions): Tensor;
  (n: number, m: number | undefined, options?: ConstructorOptions): Tensor;
}

/** `eye` with the numbers placed on a backend. */
export function eyeOn(backend: Backend): Eye {
  return (n: number, second?: number | ConstructorOptions, third?: ConstructorOptions) => {
    const options = isOptions(second) ? second : third;
    const m = isOptions(second) || second === undefined ? n : second;
    mustBeCount('eye', 'n', n);
    mustBeCount('eye', 'm', m);
    return placed({ backend, operation: 'eye', shape: [n, m], options }, (i) =>
      i % (m + 1) === 0 && i < m * m ? 1 : 0,
    );
  };
}
