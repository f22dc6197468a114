// tensor: numbers placed on a backend.

import { ArgumentError, ShapeError } from '../errors.ts';
import { denseElements, describe } from '../execute/lift.ts';
import type { Backend } from '../kernel/backend.ts';
import { mustBeDType, mustBeOptions, mustBeShape } from '../shape/checks.ts';
import { type DType, dtypes, type TypedArray } from '../shape/dtype.ts';
import { type Shape, showShape, sizeOf } from '../shape/shape.ts';
import { isTensor } from '../tensor/brand.ts';
import { ConcreteTensor } from '../tensor/concrete.ts';
import type { Operand, Tensor } from '../tensor/operand.ts';
import { Traced } from '../trace/traced.ts';

/** Options of {@link tensor}. */
export interface TensorOptions {
  /** Sizes of the axes; their product is the number of elements given. Default: the shape of the data. */
  readonly shape?: Shape;
  /** Default: the dtype of the data (f64 for plain numbers, bool for booleans). Converting rounds to nearest. */
  readonly dtype?: DType;
}

/** The type of {@link tensor} of either package. */
export type MakeTensor = (data: Operand, options?: TensorOptions) => Tensor;

function elementsOf(data: Operand): { readonly elements: TypedArray; readonly shape: Shape } {
  if (data instanceof Traced) {
    throw new ArgumentError(
      'tensor: expected known numbers, got a traced value; inside a traced function use it as it is',
    );
  }
  const { type } = describe(data, 'tensor: data');
  if (typeof data === 'number') return { elements: Float64Array.of(data), shape: [] };
  if (typeof data === 'boolean') return { elements: Uint8Array.of(Number(data)), shape: [] };
  if (isTensor(data)) return { elements: data.toTypedArray(), shape: data.shape };
  if (Array.isArray(data)) return { elements: denseElements(data, type), shape: type.shape };
  return { elements: data as TypedArray, shape: type.shape };
}

/** `tensor` with the numbers placed on a backend. */
export function tensorOn(backend: Backend): MakeTensor {
  return (data, options = {}) => {
    const { elements, shape: own } = elementsOf(data);
    mustBeOptions('tensor', options, ['shape', 'dtype']);
    const { shape = own, dtype } = options;
    mustBeShape('tensor', shape);
    mustBeDType('tensor', dtype);
    if (sizeOf(shape) !== elements.length) {
      throw new ShapeError(
        `tensor: shape ${showShape(shape)} holds ${sizeOf(shape)} elements, but the data has ${elements.length}; ` +
          'give as many numbers as the product of the shape',
      );
    }
    return new ConcreteTensor(shape, backend.place(dtype === undefined ? elements : converted(elements, dtype)));
  };
}

function converted(elements: TypedArray, dtype: DType): TypedArray {
  const { allocate, round } = dtypes[dtype];
  const target = allocate(elements.length);
  for (let i = 0; i < elements.length; i++) target[i] = round(elements[i] as number);
  return target;
}
