import { ArgumentError, ShapeError } from '../errors.ts';
import { onArrays } from '../primitives/apply.ts';
import { concatenate } from '../primitives/concatenate.ts';
import { expandDims } from '../primitives/views.ts';
import { trailingAxis } from '../shape/axes.ts';
import { mustBeList, mustBeOptions } from '../shape/checks.ts';
import { sameShape, showType } from '../shape/shape.ts';
import type { Operand, Tensor } from '../tensor/operand.ts';

/**
 * Arrays of one shape, or numbers, side by side along a new axis, at place `axis` of the result (default 0).
 * Throws an {@link ArgumentError} for no arrays, a {@link ShapeError} where their shapes differ.
 */
export function stack(arrays: readonly Operand[], options: { readonly axis?: number } = {}): Tensor {
  mustBeList('stack', arrays);
  mustBeOptions('stack', options, ['axis']);
  if (arrays.length === 0) throw new ArgumentError('stack: expected at least one array, got none');
  return onArrays('stack', arrays, (values) => {
    const [first] = values;
    if (values.some(({ shape }) => !sameShape(shape, first.shape))) {
      throw new ShapeError(
        `stack: expected arrays of one shape, got ${values.map(({ type }) => showType(type)).join(', ')}`,
      );
    }
    const axis = trailingAxis('stack', [1, ...first.shape], options.axis ?? 0);
    return concatenate(
      values.map((value) => expandDims(value, axis)),
      { axis },
    );
  });
}
