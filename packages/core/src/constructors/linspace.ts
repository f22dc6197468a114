// linspace: so many numbers, evenly spaced.

import { ArgumentError } from '../errors.ts';
import type { Backend } from '../kernel/backend.ts';
import { mustBeCount, mustBeOptions, showGiven } from '../shape/checks.ts';
import type { Tensor } from '../tensor/operand.ts';
import { type ConstructorOptions, placed } from './place.ts';

/** Options of {@link linspace}. */
export interface LinspaceOptions extends ConstructorOptions {
  /** Whether the last number is `stop`. Default: true. */
  readonly endpoint?: boolean;
}

/** The type of {@link linspace} of either package. */
export type Linspace = (start: number, stop: number, num?: number, options?: LinspaceOptions) => Tensor;

/** `linspace` with the numbers placed on a backend. */
export function linspaceOn(backend: Backend): Linspace {
  return (start, stop, num = 50, options = {}) => {
    for (const bound of [start, stop]) {
      if (Number.isFinite(bound)) continue;
      throw new ArgumentError(
        `linspace: expected finite numbers start and stop, known before the function is run, got ${showGiven(bound)}`,
      );
    }
    mustBeCount('linspace', 'num', num);
    mustBeOptions('linspace', options, ['endpoint', 'dtype']);
    const { endpoint = true, ...placing } = options;
    const intervals = endpoint ? num - 1 : num;
    const step = (stop - start) / intervals;
    // The last number is `stop` itself: start + (num − 1)·step may miss it by a rounding.
    const last = endpoint && num > 1 ? num - 1 : -1;
    const at = (i: number): number => (i === last ? stop : i === 0 ? start : start + i * step);
    const whole = placing.dtype === 'i32';
    return placed({ backend, operation: 'linspace', shape: [num], options: placing }, (i) =>
      whole ? Math.floor(at(i)) : at(i),
    );
  };
}
