import { onArray } from '../primitives/apply.ts';
import { broadcastAlong } from '../primitives/broadcast.ts';
import { equal } from '../primitives/compare.ts';
import { convert } from '../primitives/convert.ts';
import { iotaIn } from '../primitives/iota.ts';
import type { DType } from '../shape/dtype.ts';
import type { Operand, Tensor } from '../tensor/operand.ts';

/**
 * A row of `classes` numbers for each index: 1 at the index, 0 elsewhere; all 0 for an index outside. `dtype` is f64 unless
 * given.
 */
export function oneHot(indices: Operand, classes: number, { dtype = 'f64' }: { readonly dtype?: DType } = {}): Tensor {
  return onArray('oneHot', indices, (chosen, trace) => {
    const places = chosen.shape.map((_, k) => k - chosen.shape.length - 1);
    const columns = broadcastAlong(iotaIn(trace, classes), places, chosen.shape);
    const repeated = broadcastAlong(chosen, [-1], [classes]);
    return convert(equal(repeated, columns), { dtype, weak: false });
  });
}
