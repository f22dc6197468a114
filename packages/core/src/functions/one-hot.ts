import { onArray } from '../primitives/apply.ts';
import { broadcastAlong } from '../primitives/broadcast.ts';
import { equal } from '../primitives/compare.ts';
import { convert } from '../primitives/convert.ts';
import { iotaIn } from '../primitives/iota.ts';
import { mustBeCount, mustBeDType, mustBeOptions } from '../shape/checks.ts';
import type { DType } from '../shape/dtype.ts';
import type { Operand, Tensor } from '../tensor/operand.ts';

/**
 * A row of `classes` numbers for each index: 1 at the index, 0 elsewhere; all 0 for an index outside. `dtype` is f64 unless
 * given.
 * Throws an {@link ArgumentError} unless `classes` is a whole number, a {@link DTypeError} for another dtype.
 */
export function oneHot(indices: Operand, classes: number, options: { readonly dtype?: DType } = {}): Tensor {
  mustBeCount('oneHot', 'classes', classes);
  mustBeOptions('oneHot', options, ['dtype']);
  const { dtype = 'f64' } = options;
  mustBeDType('oneHot', dtype);
  return onArray('oneHot', indices, (chosen, trace) => {
    const places = chosen.shape.map((_, k) => k - chosen.shape.length - 1);
    const columns = broadcastAlong(iotaIn(trace, classes), places, chosen.shape);
    const repeated = broadcastAlong(chosen, [-1], [classes]);
    return convert(equal(repeated, columns), { dtype, weak: false });
  });
}
