// A tensor whose numbers are known, held by a buffer of some backend.

import { ShapeError } from '../errors.ts';
import type { Buffer } from '../kernel/backend.ts';
import type { DType, TypedArray } from '../shape/dtype.ts';
import { type Shape, showShape, sizeAt, sizeOf } from '../shape/shape.ts';
import { toNested } from './nested.ts';
import type { Nested, Tensor } from './operand.ts';
import { addProtocols } from './protocols.ts';
import { showArray } from './show.ts';

export class ConcreteTensor implements Tensor {
  readonly shape: Shape;
  readonly buffer: Buffer;
  /** Copies on other backends, made when first needed there. */
  readonly copies: Map<Buffer['backend'], Buffer> = new Map();

  constructor(shape: Shape, buffer: Buffer) {
    this.shape = Object.freeze([...shape]);
    this.buffer = buffer;
  }

  static {
    addProtocols(ConcreteTensor.prototype, (tensor) => tensor.toString());
  }

  get dtype(): DType {
    return this.buffer.dtype;
  }

  get size(): number {
    return this.buffer.length;
  }

  item(): number {
    if (this.size !== 1) {
      throw new ShapeError(
        `item() reads the element of a tensor of size 1; this one has shape ${showShape(this.shape)}. Write toArray()`,
      );
    }
    return this.buffer.at(0);
  }

  toTypedArray(): TypedArray {
    return this.buffer.read();
  }

  toArray(): Nested<number> | Nested<boolean> {
    const elements = this.buffer.read();
    return this.dtype === 'bool'
      ? toNested(elements, this.shape, (element) => element !== 0)
      : toNested(elements, this.shape, (element) => element);
  }

  toJSON(): Nested<number> | Nested<boolean> {
    return this.toArray();
  }

  toString(): string {
    return `Tensor ${showArray(this.buffer.read(), this.shape, this.dtype)}`;
  }

  *[Symbol.iterator](): IterableIterator<Tensor> {
    if (this.shape.length === 0) throw new ShapeError('a scalar tensor has no parts to iterate over; write item()');
    const elements = this.buffer.read();
    const rows = sizeAt(this.shape, 0);
    const part = this.shape.slice(1);
    const length = sizeOf(part);
    for (let row = 0; row < rows; row++) {
      yield new ConcreteTensor(part, this.buffer.backend.place(elements.slice(row * length, (row + 1) * length)));
    }
  }

  dispose(): void {
    this.buffer.free();
    for (const copy of this.copies.values()) copy.free();
    this.copies.clear();
  }
}

/** The tensor's numbers where `backend` computes: its own buffer, or a copy that is made once. */
export function bufferOn(backend: Buffer['backend'], tensor: ConcreteTensor): Buffer {
  if (tensor.buffer.backend === backend) return tensor.buffer;
  let copy = tensor.copies.get(backend);
  if (copy === undefined) {
    copy = backend.place(tensor.buffer.read());
    tensor.copies.set(backend, copy);
  }
  return copy;
}
