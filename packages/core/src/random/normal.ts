// Normal random numbers, by the quantile function of random bits.

import { ArgumentError } from '../errors.ts';
import { add } from '../primitives/add.ts';
import { onArrays } from '../primitives/apply.ts';
import { bitwiseAnd } from '../primitives/bits.ts';
import { equal } from '../primitives/compare.ts';
import { convert } from '../primitives/convert.ts';
import { mul } from '../primitives/mul.ts';
import { neg } from '../primitives/neg.ts';
import { where } from '../primitives/where.ts';
import { mustBeDType, mustBeOptions, mustBeShape } from '../shape/checks.ts';
import type { Shape } from '../shape/shape.ts';
import type { Operand, Tensor } from '../tensor/operand.ts';
import type { Traced } from '../trace/traced.ts';
import { drawWords, type FloatDType, parameter, upperBits } from './bits.ts';
import { lowerNormalQuantile } from './normal-quantile.ts';
import type { Words } from './threefry.ts';

/** Options of {@link normal}. */
export interface NormalOptions {
  /** One number, or an array that broadcasts to the shape. Default: 0. */
  readonly mean?: Operand;
  /** The standard deviation, not negative; one number, or an array that broadcasts to the shape. Default: 1. */
  readonly std?: Operand;
  /** f32 is f64 rounded once. Default: f64. */
  readonly dtype?: FloatDType;
}

/**
 * Standard normal numbers: 52 random bits k choose the probability (k + ½) · 2⁻⁵³ below ½, one more bit the sign. So they
 * are exactly symmetric, and no larger than 8.3.
 */
function standardNormal([first, second]: Words): Operand {
  const whole = add(mul(upperBits(first, 27), 2 ** 25), upperBits(second, 25));
  const magnitude = lowerNormalQuantile(mul(add(whole, 0.5), 2 ** -53));
  return where(equal(bitwiseAnd(second, 1), 0), magnitude, neg(magnitude));
}

/**
 * Normal numbers: mean + std · z, with z by inversion of 53 random bits (Wichura's AS 241, Applied Statistics 37, 1988);
 * |z| < 8.3, never infinite. Mean and std may be traced, and gradients flow to them.
 * Throws a {@link ShapeError} or a {@link DTypeError} for a value that is no key, another shape or dtype, and an
 * {@link ArgumentError} for a known std that is negative or not finite.
 */
export function normal(key: Operand, shape: Shape, options: NormalOptions = {}): Tensor {
  const operation = 'random.normal';
  mustBeOptions(operation, options, ['mean', 'std', 'dtype']);
  const { mean = 0, std = 1, dtype = 'f64' } = options;
  mustBeShape(operation, shape);
  mustBeDType(operation, dtype, ['f64', 'f32']);
  if (typeof std === 'number' && !(std >= 0 && Number.isFinite(std))) {
    throw new ArgumentError(`${operation}: expected std as a finite number, not negative, got ${std}`);
  }
  return onArrays(operation, [key, mean, std], ([given, centre, width], trace) => {
    const standard = standardNormal(drawWords(operation, trace, given as Traced, shape));
    const z = dtype === 'f64' ? standard : convert(standard, { dtype, weak: false });
    if (mean === 0 && std === 1) return z;
    const scaled = mul(z, parameter(operation, 'std', width as Traced, shape, dtype));
    return add(scaled, parameter(operation, 'mean', centre as Traced, shape, dtype));
  });
}
