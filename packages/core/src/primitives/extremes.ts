// The largest and the smallest number of an array.

import { DTypeError, ShapeError } from '../errors.ts';
import type { ReductionOp } from '../kernel/kernel.ts';
import { record } from '../primitive/record.ts';
import { numbers } from '../program/params.ts';
import type { Primitive } from '../program/primitive.ts';
import { trailingAxes } from '../shape/axes.ts';
import { showShape, showType } from '../shape/shape.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import type { Traced } from '../trace/traced.ts';
import { onArray } from './apply.ts';
import { broadcastAlong } from './broadcast.ts';
import { equal } from './compare.ts';
import { convert } from './convert.ts';
import { div } from './div.ts';
import { groupsOf, keptShape, mustBeReduction, type ReductionOptions, reducedShape, sizesAt } from './reduce.ts';
import { reshape } from './reshape.ts';
import { sumOver } from './sum.ts';

function extreme(name: 'max' | 'min', op: ReductionOp, larger: (x: number, y: number) => number): Primitive {
  return {
    name,
    types: ([operand], params) => {
      if (operand.dtype === 'bool') {
        throw new DTypeError(`${name}: expected numbers, got ${showType(operand)}`);
      }
      return [{ shape: reducedShape(operand.shape, params), dtype: operand.dtype, weak: operand.weak }];
    },
    derivative: {
      kind: 'reduction',
      local: (operand, result, params) => {
        // Equal numbers share the gradient.
        const axes = numbers(params, 'axes');
        const { dtype, shape } = operand as Traced;
        const found = convert(equal(operand, result), { dtype, weak: false });
        const count = broadcastAlong(sumOver(found, axes), axes, sizesAt(shape, axes));
        return div(found, count);
      },
    },
    lowering: { kind: 'reduce', op },
    evaluate: ([operand], params, [result]) => {
      return [groupsOf(operand, result.shape, params).map((group) => group.reduce(larger))];
    },
  };
}

/** The primitive behind {@link max}. */
export const maxPrimitive: Primitive = /* @__PURE__ */ extreme('max', 'max', (x, y) => Math.max(x, y));

/** The primitive behind {@link min}. */
export const minPrimitive: Primitive = /* @__PURE__ */ extreme('min', 'min', (x, y) => Math.min(x, y));

function reduceBy<R>(primitive: Primitive, x: Operand, options: ReductionOptions): R {
  const { name } = primitive;
  mustBeReduction(name, options);
  return onArray(name, x, (operand) => {
    const axes = trailingAxes(name, operand.shape, options.axis);
    const truth = operand.dtype === 'bool';
    const value = truth ? convert(operand, { dtype: 'i32', weak: operand.type.weak }) : operand;
    if (axes.length === 0) return operand.type.weak ? value : operand;
    if (sizesAt(operand.shape, axes).includes(0)) {
      throw new ShapeError(
        `${name}: there is no ${name} of nothing; got shape ${showShape(operand.shape)}, axes ${showShape(axes)}`,
      );
    }
    const chosen = record(primitive, { axes }, [value]);
    const found = truth ? convert(chosen, { dtype: 'bool', weak: false }) : chosen;
    return options.keepDims ? reshape(found, keptShape(operand.shape, axes)) : found;
  });
}

/**
 * The largest number over all axes, or over `axis`; NaN if one is NaN. Equal largest numbers share the gradient. Of
 * truth values, whether any holds.
 * Throws a {@link ShapeError} for an axis that the operand does not have, and where there is nothing to choose from.
 */
export function max<A extends Operand>(x: A, options: ReductionOptions = {}): Result<A> {
  return reduceBy(maxPrimitive, x, options);
}

/**
 * The smallest number over all axes, or over `axis`; NaN if one is NaN. Equal smallest numbers share the gradient. Of
 * truth values, whether all hold.
 * Throws a {@link ShapeError} for an axis that the operand does not have, and where there is nothing to choose from.
 */
export function min<A extends Operand>(x: A, options: ReductionOptions = {}): Result<A> {
  return reduceBy(minPrimitive, x, options);
}
