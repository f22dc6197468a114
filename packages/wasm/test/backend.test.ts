import { BackendError, type KernelCall, type Plan, type Slot } from '@chainrule/core/backend';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createWasmBackend } from '../src/backend.ts';
import { check } from './compare.ts';
import { increment, kernelOf, leastSquares } from './plans.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** WebAssembly as it is, but for some of its parts. */
function stubWebAssembly(parts: { readonly [name: string]: unknown }): void {
  const { Module, Instance, validate } = Reflect.get(globalThis, 'WebAssembly') as { readonly [name: string]: unknown };
  vi.stubGlobal('WebAssembly', { Module, Instance, validate, ...parts });
}

const refuse = (message: string) =>
  class {
    constructor() {
      throw new EvalError(message);
    }
  };

describe('where WebAssembly is not to be had', () => {
  const hindrances: readonly [string, () => void, string][] = [
    ['there is none', () => vi.stubGlobal('WebAssembly', undefined), 'there is no WebAssembly here'],
    [
      'the page forbids it',
      () => stubWebAssembly({ Module: refuse('violates the policy') }),
      "must allow 'wasm-unsafe-eval'",
    ],
    [
      'it has no SIMD',
      () => stubWebAssembly({ Module: refuse('bad opcode'), validate: () => false }),
      'no 128-bit SIMD',
    ],
    ['it has no memory to start', () => stubWebAssembly({ Instance: refuse('out of memory') }), '(out of memory)'],
    ['something else has its name', () => vi.stubGlobal('WebAssembly', 'a string'), 'there is no WebAssembly here'],
  ];

  test.each(hindrances)('because %s, the backend says so and throws only when used', (_, hinder, sentence) => {
    hinder();
    const backend = createWasmBackend();
    expect(backend.available).toBe(false);
    expect(backend.reason).toContain(sentence);
    expect(() => backend.place(new Float64Array(1))).toThrow(BackendError);
    expect(() => backend.prepare(increment(1, 'host'))).toThrow(`the WebAssembly backend is not available: `);
    expect(() => backend.prepare(increment(1, 'host'))).toThrow(sentence);
  });

  test('making a backend does nothing before it is used', () => {
    const Module = vi.fn();
    stubWebAssembly({ Module });
    createWasmBackend();
    expect(Module).not.toHaveBeenCalled();
  });

  test('where it is to be had there is no reason', () => {
    const backend = createWasmBackend();
    expect([backend.name, backend.available, backend.reason]).toEqual(['wasm', true, undefined]);
  });
});

describe('the module is decoded by what the platform has', () => {
  const decode = vi.fn((text: string) => new Uint8Array(Buffer.from(text, 'base64')));
  const platforms: readonly [string, () => void][] = [
    ['Buffer', () => Reflect.deleteProperty(Uint8Array, 'fromBase64')],
    ['Uint8Array.fromBase64', () => Reflect.set(Uint8Array, 'fromBase64', decode)],
    [
      'atob alone',
      () => {
        Reflect.deleteProperty(Uint8Array, 'fromBase64');
        vi.stubGlobal('Buffer', undefined);
      },
    ],
  ];
  const own = Object.getOwnPropertyDescriptor(Uint8Array, 'fromBase64');

  afterEach(() => {
    if (own === undefined) Reflect.deleteProperty(Uint8Array, 'fromBase64');
    else Object.defineProperty(Uint8Array, 'fromBase64', own);
  });

  test.each(platforms)('it starts with %s', (name, have) => {
    decode.mockClear();
    have();
    const backend = createWasmBackend();
    expect(backend.available).toBe(true);
    expect(decode).toHaveBeenCalledTimes(name === 'Uint8Array.fromBase64' ? 1 : 0);
  });
});

describe('inputs that do not fit the plan', () => {
  const backend = createWasmBackend();
  const plan = backend.prepare(leastSquares(3, 'number'));
  const three = Float64Array.of(1, 2, 3);
  const four = Float64Array.of(1, 2, 3, 4);

  test('too few of them are refused', () => {
    expect(() => plan.run([1, 2, three])).toThrow('the plan takes 4 inputs, got 3');
  });

  test('an array of another length is refused, in JavaScript memory and on the backend, small and large', () => {
    expect(() => plan.run([1, 2, three, four])).toThrow('input 3 of the plan has 3 elements, got 4');
    expect(() => plan.run([1, 2, backend.place(four), three])).toThrow('input 2 of the plan has 3 elements, got 4');
    const large = new Float64Array(9000);
    expect(() => plan.run([1, 2, backend.place(large), three])).toThrow('input 2 of the plan has 3 elements, got 9000');
    expect(() => plan.run([1, 2, three, large])).toThrow('input 3 of the plan has 3 elements, got 9000');
  });

  test('the plan runs as before afterwards', () => {
    expect(plan.run([2, 1, Float64Array.of(-2, 0, 1), Float64Array.of(-1, 1, 2)])).toEqual([5, 10, -2]);
  });

  test('only typed arrays of a dtype can be placed', () => {
    const data = new Int16Array(3);
    expect(() => backend.place(data as never)).toThrow(
      'expected a Float64Array, Float32Array, Int32Array or Uint8Array',
    );
  });
});

describe('inputs of every kind', () => {
  test('a buffer of another backend is copied in', () => {
    const [one, other] = [createWasmBackend(), createWasmBackend()];
    for (const n of [3, 9000]) {
      const data = Float64Array.from({ length: n }, (_, i) => i);
      const [result] = one.prepare(increment(n, 'host')).run([other.place(data)]);
      expect(result).toEqual(data.map((x) => x + 1));
    }
  });

  test('an array of the caller is not written to, and later changes to it do not reach what was placed', () => {
    const backend = createWasmBackend();
    for (const n of [3, 9000]) {
      const data = new Float64Array(n).fill(7);
      const placed = backend.place(data);
      backend.prepare(increment(n, 'host')).run([data]);
      expect(data).toEqual(new Float64Array(n).fill(7));
      data.fill(8);
      expect(placed.read()).toEqual(new Float64Array(n).fill(7));
    }
  });
});

/** xᵢ₊₁ = xᵢ + 1 and so on, `steps` kernels in a row, and the sum of the last with the first. */
function chain(n: number, steps: number): Plan {
  const slots: Slot[] = Array.from({ length: steps + 2 }, () => ({ dtype: 'f64', length: n }));
  const step = kernelOf({
    form: 'map',
    outer: 0,
    loads: [{ dtype: 'f64', inner: 'unit' }],
    constants: ['f64'],
    body: [{ op: 'add', dtype: 'f64', args: [0, 1] }],
    stores: [{ dtype: 'f64', inner: 'unit', value: 2 }],
    reductions: [],
  });
  const last = kernelOf({
    form: 'map',
    outer: 0,
    loads: [
      { dtype: 'f64', inner: 'unit' },
      { dtype: 'f64', inner: 'unit' },
    ],
    constants: [],
    body: [{ op: 'add', dtype: 'f64', args: [0, 1] }],
    stores: [{ dtype: 'f64', inner: 'unit', value: 2 }],
    reductions: [],
  });
  const whole = (slot: number) => ({ slot, offset: 0, strides: [1] });
  const calls: KernelCall[] = Array.from({ length: steps }, (_, i) => ({
    step: 'kernel',
    kernel: step,
    sizes: [n],
    loads: [whole(i)],
    stores: [whole(i + 1)],
    reductions: [],
    constants: [i + 1],
  }));
  calls.push({
    step: 'kernel',
    kernel: last,
    sizes: [n],
    loads: [whole(1), whole(steps)],
    stores: [whole(steps + 1)],
    reductions: [],
    constants: [],
  });
  return {
    inputs: 1,
    slots,
    steps: calls,
    outputs: [
      { slot: steps + 1, placement: 'host' },
      { slot: steps, placement: 'resident' },
    ],
  };
}

describe('plans of several steps', () => {
  test.each([1, 100, 5000])('keep what later steps read, at %i elements', (n) => {
    const backend = createWasmBackend();
    const data = Float64Array.from({ length: n }, (_, i) => i / 7);
    expect(check(backend, chain(n, 12), [data])).toBeUndefined();
  });

  test('share storage among values that are not needed at the same time', () => {
    const backend = createWasmBackend();
    const n = 2 ** 17;
    backend.prepare(chain(n, 40)).run([new Float64Array(n)]);
    // 41 values of 1 MiB; at most five at once.
    expect(backend.usage().memoryBytes).toBeLessThan(16 * 2 ** 20);
  });

  test('run without steps and without outputs', () => {
    const backend = createWasmBackend();
    expect(backend.prepare({ inputs: 0, slots: [], steps: [], outputs: [] }).run([])).toEqual([]);
  });

  test('need not be small: many inputs, and more small slots than a plan keeps', () => {
    const backend = createWasmBackend();
    const count = 300;
    const plan = increment(500, 'host');
    const [call] = plan.steps as [KernelCall];
    const wide: Plan = {
      inputs: count,
      slots: Array.from({ length: 2 * count }, () => ({ dtype: 'f64', length: 500 })),
      steps: Array.from({ length: count }, (_, i) => ({
        ...call,
        loads: [{ slot: i, offset: 0, strides: [1] }],
        stores: [{ slot: count + i, offset: 0, strides: [1] }],
      })),
      outputs: Array.from({ length: count }, (_, i) => ({
        slot: count + i,
        placement: i % 2 === 0 ? 'host' : 'resident',
      })),
    };
    const inputs = Array.from({ length: count }, (_, i) => new Float64Array(500).fill(i));
    expect(check(backend, wide, inputs)).toBeUndefined();
  });
});
