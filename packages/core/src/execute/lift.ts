// The user's values as the engine sees them: their types, and how they enter a trace or a backend.

import { ArgumentError } from '../errors.ts';
import type { Backend, Input } from '../kernel/backend.ts';
import { plainNumber } from '../program/program.ts';
import { dtypeOf, type TypedArray } from '../shape/dtype.ts';
import { type ArrayType, sizeOf } from '../shape/shape.ts';
import { isTensor } from '../tensor/brand.ts';
import { bufferOn, ConcreteTensor } from '../tensor/concrete.ts';
import { fillFromNested, leafKind, shapeOfNested } from '../tensor/nested.ts';
import type { Trace } from '../trace/trace.ts';
import { type Kind, Traced } from '../trace/traced.ts';
import { flatten } from '../tree/tree.ts';
import { typescriptBackend } from '../typescript/backend.ts';
import { hostBuffer } from '../typescript/host.ts';

/** Type and kind of an operand. Throws an ArgumentError with the path for anything else. */
export function describe(value: unknown, path: string): { type: ArrayType; kind: Kind | undefined } {
  if (typeof value === 'number') return { type: plainNumber, kind: 'number' };
  if (typeof value === 'boolean') return { type: { shape: [], dtype: 'bool', weak: true }, kind: 'boolean' };
  if (value instanceof Traced) return { type: value.type, kind: value.kind };
  if (isTensor(value)) return { type: { shape: value.shape, dtype: value.dtype, weak: false }, kind: 'tensor' };
  const dtype = dtypeOf(value);
  if (dtype !== undefined) {
    return { type: { shape: [(value as TypedArray).length], dtype, weak: false }, kind: 'typed' };
  }
  if (Array.isArray(value)) {
    const kind = leafKind(value);
    if (kind !== undefined) {
      const shape = shapeOfNested(value, path);
      return { type: { shape, dtype: kind === 'number' ? 'f64' : 'bool', weak: false }, kind: 'nested' };
    }
    throw new ArgumentError(`${path}: expected one array of numbers, got an array that holds other things too`);
  }
  flatten(value, path, []);
  throw new ArgumentError(`${path}: expected one number or array, got an object`);
}

/** The elements of nested arrays as a typed array. */
export function denseElements(value: readonly unknown[], { shape, dtype }: ArrayType): TypedArray {
  const elements = dtype === 'bool' ? new Uint8Array(sizeOf(shape)) : new Float64Array(sizeOf(shape));
  fillFromNested(elements, value);
  return elements;
}

/** A value known now, as an input of a plan that runs on `backend`. */
export function inputFor(backend: Backend, value: unknown, type: ArrayType): Input {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  if (Array.isArray(value)) return denseElements(value, type);
  if (isTensor(value)) {
    if (value instanceof ConcreteTensor) return bufferOn(backend, value);
    return value.toTypedArray();
  }
  return value as TypedArray;
}

/** Any operand as a value of a trace: numbers as literals, arrays and tensors captured. */
export function lift(trace: Trace, value: unknown, path: string): Traced {
  if (value instanceof Traced) return value.trace === trace ? value : new Traced(trace, trace.atom(value));
  const { type } = describe(value, path);
  if (typeof value === 'number' || typeof value === 'boolean') return trace.literal(value);
  if (value instanceof ConcreteTensor) return new Traced(trace, trace.atom(value));
  const elements = Array.isArray(value)
    ? denseElements(value, type)
    : isTensor(value)
      ? value.toTypedArray()
      : (value as TypedArray).slice();
  return new Traced(trace, trace.atom(new ConcreteTensor(type.shape, hostBuffer(typescriptBackend, elements))));
}
