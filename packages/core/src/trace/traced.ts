// A traced value: what a function sees in place of a tensor while it is traced. Its shape and dtype are known, its
// numbers are not. Whatever needs the numbers throws a sentence that says what to write instead.

import { ShapeError, TraceError } from '../errors.ts';
import type { Atom } from '../program/program.ts';
import type { DType, TypedArray } from '../shape/dtype.ts';
import { type ArrayType, type Shape, showType, sizeOf } from '../shape/shape.ts';
import type { Nested, Tensor } from '../tensor/operand.ts';
import { addProtocols } from '../tensor/protocols.ts';
import type { Trace } from './trace.ts';

/** The kind of the user's value that a traced value stands for: results that mirror it are given back in that kind. */
export type Kind = 'number' | 'boolean' | 'nested' | 'typed' | 'tensor';

export class Traced implements Tensor {
  readonly trace: Trace;
  readonly atom: Atom;
  readonly kind: Kind | undefined;

  constructor(trace: Trace, atom: Atom, kind?: Kind) {
    this.trace = trace;
    this.atom = atom;
    this.kind = kind;
  }

  static {
    addProtocols(Traced.prototype, (traced) => `Traced ${showType(traced.type)}`);
  }

  get type(): ArrayType {
    return this.atom.type;
  }

  get shape(): Shape {
    return this.atom.type.shape;
  }

  get dtype(): DType {
    return this.atom.type.dtype;
  }

  get size(): number {
    return sizeOf(this.shape);
  }

  private unknown(use: string): TraceError {
    const name = this.atom.kind === 'variable' ? this.atom.name : undefined;
    const subject = name === undefined ? 'a traced value' : `the traced value '${name}'`;
    return new TraceError(
      `${use} needs numbers, but ${subject} (${showType(this.type)}) has none until the function is run`,
    );
  }

  item(): number {
    throw this.unknown('item()');
  }

  toArray(): Nested<number> {
    throw this.unknown('toArray()');
  }

  toTypedArray(): TypedArray {
    throw this.unknown('toTypedArray()');
  }

  toJSON(): Nested<number> {
    throw this.unknown('JSON.stringify');
  }

  toString(): string {
    throw this.unknown('String(…)');
  }

  [Symbol.toPrimitive](hint: 'number' | 'string' | 'default'): never {
    if (hint === 'string') throw this.unknown('a string');
    const write =
      hint === 'default'
        ? 'instead of x + y write add(x, y), instead of x == y write equal(x, y)'
        : 'instead of x * y write mul(x, y), instead of −x neg(x), instead of Math.sin(x) sin(x); instead of `if (x < y)` write where(less(x, y), …, …)';
    const message = this.unknown('an operator of JavaScript').message;
    throw new TraceError(`${message}; ${write}`);
  }

  [Symbol.iterator](): IterableIterator<Tensor> {
    if (this.shape.length === 0) {
      throw new ShapeError(`a traced scalar (${showType(this.type)}) has no parts to destructure or iterate over`);
    }
    return this.trace.rows(this);
  }

  /** Nothing to free: a traced value holds no numbers. */
  dispose(): void {}
}
