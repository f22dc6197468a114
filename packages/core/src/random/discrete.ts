// Random whole numbers, truth values and orders.

import { ArgumentError, ShapeError } from '../errors.ts';
import { add } from '../primitives/add.ts';
import { onArrays } from '../primitives/apply.ts';
import { argsort } from '../primitives/argsort.ts';
import { less } from '../primitives/compare.ts';
import { convert } from '../primitives/convert.ts';
import { floor } from '../primitives/floor.ts';
import { mul } from '../primitives/mul.ts';
import { take } from '../primitives/take.ts';
import { mustBeCount, mustBeOptions, mustBeShape, showGiven } from '../shape/checks.ts';
import type { Shape } from '../shape/shape.ts';
import type { Operand, Tensor } from '../tensor/operand.ts';
import type { Trace } from '../trace/trace.ts';
import type { Traced } from '../trace/traced.ts';
import { drawWords, parameter, unitOf } from './bits.ts';

/** Options of {@link integers}. */
export interface IntegersOptions {
  /** The smallest number; from −2³¹ on. Default: 0. */
  readonly low?: number;
  /** One above the largest number; up to 2³¹. */
  readonly high: number;
}

/**
 * Whole numbers (i32) from low to high − 1: low + ⌊u · (high − low)⌋ with 53 random bits u. Each comes with a probability
 * that differs from 1 / (high − low) by less than 2⁻⁵².
 * Throws a {@link ShapeError} or a {@link DTypeError} for a value that is no key or another shape, and an
 * {@link ArgumentError} for bounds that are no whole numbers, leave nothing between them or do not fit an i32.
 */
export function integers(key: Operand, shape: Shape, options: IntegersOptions): Tensor {
  const operation = 'random.integers';
  mustBeOptions(operation, options, ['low', 'high']);
  const { low = 0, high } = options;
  mustBeShape(operation, shape);
  if (!Number.isInteger(low) || !Number.isInteger(high) || low >= high || low < -(2 ** 31) || high > 2 ** 31) {
    throw new ArgumentError(
      `${operation}: expected whole numbers low < high from −2³¹ to 2³¹, got low ${showGiven(low)} and high ${showGiven(high)}`,
    );
  }
  return onArrays(operation, [key], ([given], trace) => {
    const unit = unitOf(drawWords(operation, trace, given as Traced, shape));
    // A product with a number below 1 − 2⁻⁵³ never rounds up to high − low.
    return convert(add(floor(mul(unit, high - low)), low), { dtype: 'i32', weak: false });
  });
}

/**
 * Truth values that hold with probability p, which may be traced: u < p with 53 random bits u. No gradient flows to p. The
 * shape is that of p unless given; p broadcasts to it. Below 0 none holds, from 1 on all do.
 * Throws a {@link ShapeError} or a {@link DTypeError} for a value that is no key, or a shape that p does not broadcast to.
 */
export function bernoulli(key: Operand, p: Operand, shape?: Shape): Tensor {
  const operation = 'random.bernoulli';
  if (shape !== undefined) mustBeShape(operation, shape);
  return onArrays(operation, [key, p], ([given, chance], trace) => {
    const wanted = shape ?? (chance as Traced).shape;
    const unit = unitOf(drawWords(operation, trace, given as Traced, wanted));
    return convert(less(unit, parameter(operation, 'p', chance as Traced, wanted, 'f64')), {
      dtype: 'bool',
      weak: false,
    });
  });
}

/** 0 … n − 1 in the order of n random numbers. */
function order(trace: Trace, key: Traced, n: number): Tensor {
  return argsort(unitOf(drawWords('random.permutation', trace, key, [n])));
}

/**
 * A random order: of 0 … n − 1 (i32[n]) for a number n, of the parts along axis 0 for an array. Sorted by 53 random bits for
 * each; equal ones, of which there are any with a probability below n² · 2⁻⁵⁴, stay as they came.
 * Throws a {@link ShapeError} or a {@link DTypeError} for a value that is no key, an {@link ArgumentError} for a number that
 * is not whole or is negative, and a {@link ShapeError} for a traced number.
 */
export function permutation(key: Operand, of: Operand): Tensor {
  const operation = 'random.permutation';
  if (typeof of === 'number') {
    mustBeCount(operation, 'n', of);
    return onArrays(operation, [key], ([given], trace) => order(trace, given as Traced, of));
  }
  return onArrays(operation, [key, of], ([given, parts], trace) => {
    const [n] = (parts as Traced).shape;
    if (n === undefined) {
      throw new ShapeError(
        `${operation}: expected an array, or a number known before the function is run, got one traced number or tensor`,
      );
    }
    return take(parts as Traced, order(trace, given as Traced, n), { axis: 0 });
  });
}
