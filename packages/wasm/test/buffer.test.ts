// Buffers read one element at a time, of every dtype, small ones and those that stay in WebAssembly's memory.

import type { Buffer, Plan, TypedArray } from '@chainrule/core/backend';
import { describe, expect, test } from 'vitest';
import { createWasmBackend } from '../src/backend.ts';
import { elementsOf } from './compare.ts';
import { loop } from './plans.ts';

const backend = createWasmBackend();

/** The numbers as they come out of a kernel that copies them, left where they are. */
function resident(numbers: TypedArray, dtype: Buffer['dtype']): Buffer {
  const plan: Plan = loop({
    form: 'map',
    n: numbers.length,
    loads: [{ dtype, inner: 'unit' }],
    body: [],
    stores: [{ value: 0, dtype }],
    placement: 'resident',
  });
  return backend.prepare(plan).run([numbers])[0] as Buffer;
}

describe.each<[dtype: Buffer['dtype'], of: (n: number) => TypedArray]>([
  ['f64', (n) => Float64Array.from({ length: n }, (_, i) => i / 2)],
  ['f32', (n) => Float32Array.from({ length: n }, (_, i) => i / 2)],
  ['i32', (n) => Int32Array.from({ length: n }, (_, i) => -i)],
  ['bool', (n) => Uint8Array.from({ length: n }, (_, i) => i % 2)],
])('buffers of %s', (dtype, of) => {
  test.each([1, 7, 5000])('of %d elements: those that are there, and no others', (n) => {
    const numbers = of(n);
    for (const buffer of [backend.place(numbers), resident(numbers, dtype)]) {
      expect(elementsOf(buffer)).toEqual(numbers);
      expect([buffer.at(0), buffer.at(n - 1)]).toEqual([numbers[0], numbers[n - 1]]);
      for (const index of [-1, n, 0.5, Number.NaN]) expect(() => buffer.at(index)).toThrow(`element ${index} of ${n}`);
      buffer.free();
    }
  });
});
