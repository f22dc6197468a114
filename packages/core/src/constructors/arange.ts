// arange: numbers a step apart.

import { ArgumentError } from '../errors.ts';
import type { Backend } from '../kernel/backend.ts';
import { showGiven } from '../shape/checks.ts';
import type { Tensor } from '../tensor/operand.ts';
import { type ConstructorOptions, isOptions, placed } from './place.ts';

/** The type of {@link arange} of either package. */
export interface Arange {
  (stop: number, options?: ConstructorOptions): Tensor;
  (start: number, stop: number, options?: ConstructorOptions): Tensor;
  (start: number, stop: number, step: number, options?: ConstructorOptions): Tensor;
}

/** `arange` with the numbers placed on a backend. */
export function arangeOn(backend: Backend): Arange {
  return (...given: readonly (number | ConstructorOptions | undefined)[]) => {
    const last = given.at(-1);
    const options = isOptions(last) ? last : {};
    const numbers = isOptions(last) ? given.slice(0, -1) : given;
    const [first, second, third = 1] = numbers as readonly (number | undefined)[];
    const [start, stop, step] = second === undefined ? [0, first, third] : [first, second, third];
    for (const value of [start, stop, step]) {
      if (Number.isFinite(value)) continue;
      throw new ArgumentError(
        `arange: expected finite numbers start, stop and step, known before the function is run, got ${showGiven(value)}`,
      );
    }
    const from = start as number;
    const by = step as number;
    if (by === 0)
      throw new ArgumentError('arange: expected a step other than 0; full(shape, value) repeats one number');
    const length = Math.max(0, Math.ceil(((stop as number) - from) / by));
    return placed({ backend, operation: 'arange', shape: [length], options }, (i) => from + i * by);
  };
}
