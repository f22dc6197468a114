// Numbers in JavaScript's own memory.

import { BackendError } from '../errors.ts';
import type { Backend, Buffer } from '../kernel/backend.ts';
import { dtypeOf, type TypedArray } from '../shape/dtype.ts';

/** A buffer that owns a typed array. */
export class HostBuffer implements Buffer {
  readonly backend: Backend;
  readonly dtype: Buffer['dtype'];
  readonly length: number;
  private elements: TypedArray | undefined;

  constructor(backend: Backend, elements: TypedArray) {
    this.backend = backend;
    this.dtype = dtypeOf(elements) ?? 'f64';
    this.length = elements.length;
    this.elements = elements;
  }

  /** The array itself: for kernels, which only read it. */
  get data(): TypedArray {
    if (this.elements === undefined)
      throw new BackendError('this tensor was disposed; use it before dispose() or the end of its `using` scope');
    return this.elements;
  }

  read(): TypedArray {
    return this.data.slice();
  }

  at(index: number): number {
    const value = this.data[index];
    if (value === undefined) throw new RangeError(`element ${index} of ${this.length}`);
    return value;
  }

  free(): void {
    this.elements = undefined;
  }
}

/** Takes the array over: nobody else may write to it. */
export function hostBuffer(backend: Backend, elements: TypedArray): HostBuffer {
  return new HostBuffer(backend, elements);
}
