import { DTypeError } from '../errors.ts';
import { record } from '../primitive/record.ts';
import { number } from '../program/params.ts';
import type { Dense, Primitive } from '../program/primitive.ts';
import { trailingAxis } from '../shape/axes.ts';
import { mustBeOptions } from '../shape/checks.ts';
import { dtypes } from '../shape/dtype.ts';
import { rowMajorStrides, showType, sizeAt } from '../shape/shape.ts';
import type { Operand, Tensor } from '../tensor/operand.ts';
import { onArray } from './apply.ts';
import { convert } from './convert.ts';
import { alongAxis } from './lines.ts';
import { reshape } from './reshape.ts';
import { flipAlong } from './views.ts';

/** Running sums along `axis`, counted from the end, in order. */
export const cumsumPrimitive: Primitive = {
  name: 'cumsum',
  types: ([operand]) => {
    if (operand.dtype === 'bool') {
      throw new DTypeError(`cumsum: expected numbers, got ${showType(operand)}`);
    }
    return [{ ...operand, weak: false }];
  },
  derivative: {
    kind: 'linear',
    transposes: [
      {
        name: 'running sums from the end',
        apply: (upstream, _operands, params) => {
          const axis = number(params, 'axis');
          return flipAlong(record(cumsumPrimitive, params, [flipAlong(upstream, axis)]), axis);
        },
      },
    ],
  },
  lowering: {
    kind: 'routine',
    routine: 'cumsum',
    layout: ([operand], { dtype }, params) => alongAxis(operand.shape, number(params, 'axis'), dtype),
  },
  evaluate: ([operand], params, [result]) => {
    return [runningSums(operand, number(params, 'axis'), dtypes[result.dtype].round, result.dtype === 'i32')];
  },
};

function runningSums({ shape, elements }: Dense, axis: number, round: (x: number) => number, wrap: boolean): number[] {
  const sums = [...elements];
  const stride = sizeAt(rowMajorStrides(shape), axis);
  const n = sizeAt(shape, axis);
  sums.forEach((value, i) => {
    if (Math.floor(i / stride) % n === 0) return;
    const sum = (sums[i - stride] as number) + value;
    sums[i] = wrap ? sum | 0 : round(sum);
  });
  return sums;
}

/**
 * Running sums along `axis`, each in order from the first element on. Without an axis the array is taken as one list.
 * Truth values count as 0 and 1 of i32.
 * Throws a {@link ShapeError} for an axis that the operand does not have.
 */
export function cumsum(x: Operand, options: { readonly axis?: number } = {}): Tensor {
  mustBeOptions('cumsum', options, ['axis']);
  const { axis } = options;
  return onArray('cumsum', x, (operand) => {
    const numbers = operand.dtype === 'bool' ? convert(operand, { dtype: 'i32', weak: false }) : operand;
    if (axis === undefined) return record(cumsumPrimitive, { axis: -1 }, [reshape(numbers, [operand.size])]);
    const along = trailingAxis('cumsum', operand.shape, axis);
    return record(cumsumPrimitive, { axis: along }, [numbers]);
  });
}
