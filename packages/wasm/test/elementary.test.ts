import type { Elementary, TypedArray } from '@chainrule/core/backend';
import { describe, expect, test } from 'vitest';
import { createWasmBackend } from '../src/backend.ts';
import { check } from './compare.ts';
import { elementary } from './elementary.ts';
import { loop } from './plans.ts';

const backend = createWasmBackend();
const n = 40_000;

/** Numbers of every magnitude: any bits at all, and any bits with an exponent near that of 1. */
function numbers(seed: number): Float64Array<ArrayBuffer> {
  const bits = new Uint32Array(2 * n);
  let state = seed;
  for (let i = 0; i < bits.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    bits[i] = state ^ (state >>> 15);
    if (i % 2 === 1 && i > n) bits[i] = ((bits[i] ?? 0) & 0x800fffff) | ((1023 - 12 + ((state >>> 7) % 24)) << 20);
  }
  return new Float64Array(bits.buffer);
}

function compare(op: Elementary, dtype: 'f64' | 'f32', inputs: readonly TypedArray[]): string | undefined {
  const plan = loop({
    form: 'map',
    n,
    loads: inputs.map(() => ({ dtype, inner: 'unit' })),
    body: [{ op, dtype, args: inputs.map((_, i) => i) }],
    stores: [{ value: inputs.length, dtype }],
  });
  return check(backend, plan, inputs);
}

describe('each elementary function has the bits of core', () => {
  test.each(elementary.map((each) => [each.name, each] as const))('%s', (_, op) => {
    const inputs = [numbers(1), numbers(2)].slice(0, op.arity);
    expect(compare(op, 'f64', inputs)).toBeUndefined();
    const narrow = inputs.map((input) => Float32Array.from(input));
    expect(compare(op, 'f32', narrow)).toBeUndefined();
  });
});
