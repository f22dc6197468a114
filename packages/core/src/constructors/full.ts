// zeros, ones, full: one number everywhere.

import type { Backend } from '../kernel/backend.ts';
import { astype } from '../primitives/convert.ts';
import { repeated } from '../primitives/views.ts';
import { mustBeDType, mustBeOptions } from '../shape/checks.ts';
import type { Shape } from '../shape/shape.ts';
import type { Operand, Tensor } from '../tensor/operand.ts';
import { type ConstructorOptions, placed } from './place.ts';

/** The type of {@link zeros} and {@link ones} of either package. */
export type Fill = (shape: Shape, options?: ConstructorOptions) => Tensor;

/** The type of {@link full} of either package. */
export type Full = (shape: Shape, value: Operand, options?: ConstructorOptions) => Tensor;

/** `zeros` with the numbers placed on a backend. */
export function zerosOn(backend: Backend): Fill {
  return (shape, options) => placed({ backend, operation: 'zeros', shape, options }, () => 0);
}

/** `ones` with the numbers placed on a backend. */
export function onesOn(backend: Backend): Fill {
  return (shape, options) => placed({ backend, operation: 'ones', shape, options }, () => 1);
}

/** `full` with the numbers placed on a backend; a traced value, a tensor or an array is repeated where it is. */
export function fullOn(backend: Backend): Full {
  return (shape, value, options = {}) => {
    const wanted = { backend, operation: 'full', shape, options };
    if (typeof value === 'boolean') return placed({ ...wanted, own: 'bool' }, () => Number(value));
    if (typeof value === 'number') return placed(wanted, () => value);
    mustBeOptions('full', options, ['dtype']);
    mustBeDType('full', options.dtype);
    const filled = repeated('full', value, shape);
    return options.dtype === undefined ? filled : astype(filled, options.dtype);
  };
}
