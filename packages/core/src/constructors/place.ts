// What all constructors do: check what was asked for, and place one number per element on a backend.

import { ArgumentError } from '../errors.ts';
import type { Backend } from '../kernel/backend.ts';
import { isRecord, mustBeDType, mustBeOptions, mustBeShape } from '../shape/checks.ts';
import { type DType, dtypes, type TypedArray } from '../shape/dtype.ts';
import { type Shape, showType, sizeOf } from '../shape/shape.ts';
import { ConcreteTensor } from '../tensor/concrete.ts';
import type { Tensor } from '../tensor/operand.ts';

/** Options of the constructors. */
export interface ConstructorOptions {
  /** Numbers are rounded to it as by {@link astype}. Default: f64. */
  readonly dtype?: DType;
}

/** Whether a last argument is the options: no number, and no operand that was given for one. */
export function isOptions(value: unknown): value is ConstructorOptions {
  return isRecord(value);
}

interface Placed {
  readonly backend: Backend;
  /** The constructor's name, for errors. */
  readonly operation: string;
  readonly shape: Shape;
  readonly options: ConstructorOptions | undefined;
  /** The dtype if the options name none. Default: f64. */
  readonly own?: DType;
}

function storage(operation: string, shape: Shape, dtype: DType): TypedArray {
  try {
    return dtypes[dtype].allocate(sizeOf(shape));
  } catch (cause) {
    throw new ArgumentError(`${operation}: ${showType({ dtype, shape })} is too large for the memory there is`, {
      cause,
    });
  }
}

/** A tensor on a backend, from the number at each row-major index. */
export function placed(wanted: Placed, element: (i: number) => number): Tensor {
  const { backend, operation, shape, options = {}, own = 'f64' } = wanted;
  mustBeShape(operation, shape);
  mustBeOptions(operation, options, ['dtype']);
  const { dtype = own } = options;
  mustBeDType(operation, dtype);
  const { round } = dtypes[dtype];
  const elements = storage(operation, shape, dtype);
  for (let i = 0; i < elements.length; i++) elements[i] = round(element(i));
  return new ConcreteTensor(shape, backend.place(elements));
}
