// Random bits and the uniform numbers made of them. Number i of an array depends on the key and on i alone.

import { ArgumentError, ShapeError } from '../errors.ts';
import { add } from '../primitives/add.ts';
import { onArrays } from '../primitives/apply.ts';
import { shiftRightLogical } from '../primitives/bits.ts';
import { greaterEqual } from '../primitives/compare.ts';
import { convert } from '../primitives/convert.ts';
import { iotaIn } from '../primitives/iota.ts';
import { mul } from '../primitives/mul.ts';
import { reshape } from '../primitives/reshape.ts';
import { sub } from '../primitives/sub.ts';
import { broadcastTo } from '../primitives/views.ts';
import { where } from '../primitives/where.ts';
import { mustBeDType, mustBeOptions, mustBeShape } from '../shape/checks.ts';
import { type Shape, sameShape, showShape, showType, sizeOf } from '../shape/shape.ts';
import type { Operand, Tensor } from '../tensor/operand.ts';
import type { Trace } from '../trace/trace.ts';
import type { Traced } from '../trace/traced.ts';
import { wordsAt } from './key.ts';
import type { Words } from './threefry.ts';

/** The dtypes of numbers with a fraction. */
export type FloatDType = 'f64' | 'f32';

/** Two random words for each element of a shape. */
export function drawWords(operation: string, trace: Trace, key: Traced, shape: Shape): Words {
  const counter = reshape(iotaIn(trace, sizeOf(shape)), shape);
  return wordsAt(operation, trace, key, 'draw', counter);
}

/** The upper bits of a word as a whole number that is not negative. */
export function upperBits(word: Operand, count: number, dtype: FloatDType = 'f64'): Operand {
  return convert(shiftRightLogical(word, 32 - count), { dtype, weak: false });
}

/** 53 random bits as a multiple of 2⁻⁵³ in [0, 1): 27 of the first word, 26 of the second. */
export function unitOf([first, second]: Words): Operand {
  return add(mul(upperBits(first, 27), 2 ** -27), mul(upperBits(second, 26), 2 ** -53));
}

/** A parameter of a distribution as an array of the result's dtype and shape. */
export function parameter(operation: string, name: string, value: Traced, shape: Shape, dtype: FloatDType): Operand {
  if (value.atom.kind === 'literal') return value;
  const own = value.dtype === dtype ? value : convert(value, { dtype, weak: false });
  if (sameShape(value.shape, shape)) return own;
  try {
    return broadcastTo(own, shape);
  } catch {
    throw new ShapeError(
      `${operation}: ${name} of ${showType(value.type)} does not broadcast to the shape asked for, ${showShape(shape)}`,
    );
  }
}

/** Random words as i32 of a shape: all 2³² numbers alike. Throws as {@link uniform} does. */
export function bits(key: Operand, shape: Shape): Tensor {
  mustBeShape('random.bits', shape);
  return onArrays('random.bits', [key], ([given], trace) => drawWords('random.bits', trace, given as Traced, shape)[0]);
}

/** Options of {@link uniform}. */
export interface UniformOptions {
  /** The lower bound, included; one number, or an array that broadcasts to the shape. Default: 0. */
  readonly low?: Operand;
  /** The upper bound, excluded; above `low`. Default: 1. */
  readonly high?: Operand;
  /** Default: f64. */
  readonly dtype?: FloatDType;
}

/**
 * Numbers that are uniform in [low, high): low + u · (high − low), where u is a multiple of 2⁻⁵³ (f32: of 2⁻²⁴) in [0, 1),
 * all alike. Where rounding would give `high`, `low` is given. Bounds may be traced, and gradients flow to them.
 * Throws a {@link ShapeError} or a {@link DTypeError} for a value that is no key, another shape or dtype, and an
 * {@link ArgumentError} for known bounds that are not finite or leave nothing between them.
 */
export function uniform(key: Operand, shape: Shape, options: UniformOptions = {}): Tensor {
  const operation = 'random.uniform';
  mustBeOptions(operation, options, ['low', 'high', 'dtype']);
  const { low = 0, high = 1, dtype = 'f64' } = options;
  mustBeShape(operation, shape);
  mustBeDType(operation, dtype, ['f64', 'f32']);
  if (typeof low === 'number' && typeof high === 'number' && !(low < high && Number.isFinite(high - low))) {
    throw new ArgumentError(
      `${operation}: expected finite bounds with low < high and a finite distance, got low ${low} and high ${high}`,
    );
  }
  return onArrays(operation, [key, low, high], ([given, lower, upper], trace) => {
    const words = drawWords(operation, trace, given as Traced, shape);
    const unit = dtype === 'f64' ? unitOf(words) : mul(upperBits(words[0], 24, 'f32'), 2 ** -24);
    if (low === 0 && high === 1) return unit;
    const from = parameter(operation, 'low', lower as Traced, shape, dtype);
    const to = parameter(operation, 'high', upper as Traced, shape, dtype);
    const value = add(from, mul(unit, sub(to, from)));
    return where(greaterEqual(value, to), from, value);
  });
}
