// What all constructors do: check what was asked for, and place one number per element on a backend.

import type { Backend } from '../kernel/backend.ts';
import { mustBeDType, mustBeShape } from '../shape/checks.ts';
import { type DType, dtypes } from '../shape/dtype.ts';
import { type Shape, sizeOf } from '../shape/shape.ts';
import { isTensor } from '../tensor/brand.ts';
import { ConcreteTensor } from '../tensor/concrete.ts';
import type { Tensor } from '../tensor/operand.ts';

/** Options of the constructors. */
export interface ConstructorOptions {
  /** Numbers are rounded to it as by {@link astype}. Default: f64. */
  readonly dtype?: DType;
}

/** Whether a last argument is the options: no number, and no operand that was given for one. */
export function isOptions(value: unknown): value is ConstructorOptions {
  return typeof value === 'object' && value !== null && !isTensor(value) && !Array.isArray(value);
}

interface Placed extends ConstructorOptions {
  readonly backend: Backend;
  /** The constructor's name, for errors. */
  readonly operation: string;
  readonly shape: Shape;
}

/** A tensor on a backend, from the number at each row-major index. */
export function placed({ backend, operation, shape, dtype = 'f64' }: Placed, element: (i: number) => number): Tensor {
  mustBeShape(operation, shape);
  mustBeDType(operation, dtype);
  const { allocate, round } = dtypes[dtype];
  const elements = allocate(sizeOf(shape));
  for (let i = 0; i < elements.length; i++) elements[i] = round(element(i));
  return new ConcreteTensor(shape, backend.place(elements));
}
