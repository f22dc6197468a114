// Functions between the layers of a network that are made of others.

import { ArgumentError } from '../errors.ts';
import { lessEqual } from '../primitives/compare.ts';
import { div } from '../primitives/div.ts';
import { maximum } from '../primitives/maximum.ts';
import { minimum } from '../primitives/minimum.ts';
import { where } from '../primitives/where.ts';
import type { Operand, Result } from '../tensor/operand.ts';

/** x where it is above 0, else 0, element by element; NaN stays. Its derivative at 0 is 0. */
export function relu<A extends Operand>(x: A): Result<A> {
  return where(lessEqual(x, 0), 0, x) as Result<A>;
}

/** 1 / x, element by element. */
export function reciprocal<A extends Operand>(x: A): Result<A> {
  return div(1, x) as Result<A>;
}

/** x, but not below `low` and not above `high`, element by element, with NumPy’s broadcasting. At a bound the gradient is shared with it. Throws an {@link ArgumentError} for a bound that is left out. */
export function clip<A extends Operand>(x: A, low: Operand, high: Operand): Result<A> {
  if (low === undefined || high === undefined) {
    throw new ArgumentError(
      'clip: expected bounds low and high, got one too few; write −Infinity or Infinity for none',
    );
  }
  return minimum(maximum(x, low) as Operand, high) as Result<A>;
}
