import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Buffer, Plan, TypedArray } from '@chainrule/core/backend';
import { BackendError } from '@chainrule/core/backend';
import { describe, expect, test } from 'vitest';
import { createWasmBackend } from '../src/backend.ts';
import { check } from './compare.ts';
import { increment, leastSquares, loop } from './plans.ts';

const wave = (n: number): Float64Array<ArrayBuffer> => Float64Array.from({ length: n }, (_, i) => Math.sin(i));

/** Large enough to stay in WebAssembly's memory. */
const large = 10_000;

/** A plan that computes nothing and gives out `count` new arrays of `length` f64. */
function arrays(count: number, length: number): Plan {
  return {
    inputs: 0,
    slots: Array.from({ length: count }, () => ({ dtype: 'f64', length })),
    steps: [],
    outputs: Array.from({ length: count }, (_, slot) => ({ slot, placement: 'resident' })),
  };
}

/** Collects garbage, as far as weak references and finalizers know. */
async function collect(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  for (let round = 0; round < 5; round++) {
    gc();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('what was freed', () => {
  for (const n of [3, large]) {
    test(`an array of ${n} elements cannot be read after free(), and free() again does nothing`, () => {
      const buffer = createWasmBackend().place(wave(n));
      buffer.free();
      buffer.free();
      expect(() => buffer.read()).toThrow(BackendError);
      expect(() => buffer.at(0)).toThrow('this tensor was disposed; use it before dispose()');
    });

    test(`an array of ${n} elements cannot be an input after free(), and the plan still runs with another`, () => {
      const backend = createWasmBackend();
      const plan = backend.prepare(increment(n, 'resident'));
      const freed = backend.place(wave(n));
      freed.free();
      expect(() => plan.run([freed])).toThrow('this tensor was disposed');
      const [result] = plan.run([backend.place(wave(n))]) as [Buffer];
      result.free();
      expect(() => result.read()).toThrow('this tensor was disposed');
    });
  }

  test('storage that was freed is used again', () => {
    const backend = createWasmBackend();
    const plan = backend.prepare(increment(large, 'resident'));
    const input = backend.place(wave(large));
    const before = backend.usage().memoryBytes;
    for (let i = 0; i < 1000; i++) (plan.run([input]) as [Buffer])[0].free();
    expect(backend.usage().residentBytes).toBe(8 * large);
    expect(backend.usage().memoryBytes).toBeLessThanOrEqual(2 * before);
  });

  test('arrays that nothing refers to are given back once a job ends', async () => {
    const backend = createWasmBackend();
    const plan = backend.prepare(increment(large, 'resident'));
    for (let i = 0; i < 10; i++) plan.run([wave(large)]);
    expect(backend.usage().residentBytes).toBe(10 * 8 * large);
    await collect();
    expect(backend.usage().residentBytes).toBe(0);
  });
});

describe('what is given out', () => {
  for (const n of [3, large]) {
    for (const placement of ['host', 'resident'] as const) {
      test(`stays as it is when the plan runs again: ${placement}, ${n} elements`, () => {
        const backend = createWasmBackend();
        const plan = backend.prepare(increment(n, placement));
        const read = (output: unknown): TypedArray =>
          placement === 'host' ? (output as TypedArray) : (output as Buffer).read();
        const [first] = plan.run([new Float64Array(n)]);
        const [second] = plan.run([new Float64Array(n).fill(4)]);
        expect(read(first)).toEqual(new Float64Array(n).fill(1));
        expect(read(second)).toEqual(new Float64Array(n).fill(5));
        // Never a view of WebAssembly's memory.
        expect(read(first).buffer.byteLength).toBe(8 * n);
      });
    }

    test(`may be one slot twice, and an input, each of its own: ${n} elements`, () => {
      const backend = createWasmBackend();
      const plan = increment(n, 'resident');
      const outputs = [0, 0, 1, 1].flatMap((slot) => [
        { slot, placement: 'resident' as const },
        { slot, placement: 'host' as const },
      ]);
      const input = backend.place(new Float64Array(n).fill(4));
      for (const given of [input, new Float64Array(n).fill(4)]) {
        const results = backend.prepare({ ...plan, outputs }).run([given]);
        (results[0] as Buffer).free();
        (results[4] as Buffer).free();
        const numbers = results.map((result) =>
          'backend' in (result as Buffer) ? (result as Buffer) : (result as TypedArray),
        );
        expect((numbers[1] as TypedArray)[n - 1]).toBe(4);
        expect((numbers[2] as Buffer).at(n - 1)).toBe(4);
        expect((numbers[5] as TypedArray)[n - 1]).toBe(5);
        expect((numbers[6] as Buffer).at(n - 1)).toBe(5);
      }
      expect(input.at(n - 1)).toBe(4);
    });
  }

  test('an input that was a number comes back as one', () => {
    const backend = createWasmBackend();
    const slots = [
      { dtype: 'f32', length: 1 },
      { dtype: 'bool', length: 1 },
    ] as const;
    const outputs = [
      { slot: 0, placement: 'number' },
      { slot: 1, placement: 'host' },
    ] as const;
    expect(backend.prepare({ inputs: 2, slots, steps: [], outputs }).run([0.1, 1])).toEqual([
      Math.fround(0.1),
      Uint8Array.of(1),
    ]);
  });
});

describe('one long job without a pause', () => {
  test('two thousand gradients that nobody disposes of stay within the budget, and each is right', () => {
    const backend = createWasmBackend({ residentBytes: 2 ** 23 });
    const plan = backend.prepare(increment(large, 'resident'));
    const results: Buffer[] = [];
    for (let i = 0; i < 2000; i++) {
      const [result] = plan.run([new Float64Array(large).fill(i)]) as [Buffer];
      if (i % 100 === 99) results.push(result);
      expect(result.at(large - 1)).toBe(i + 1);
    }
    expect(backend.usage().residentBytes).toBeLessThanOrEqual(2 ** 23);
    expect(backend.usage().memoryBytes).toBeLessThanOrEqual(2 ** 25);
    for (const [k, result] of results.entries())
      expect(result.read()).toEqual(new Float64Array(large).fill(100 * k + 100));
  });

  test('the default budget holds too', () => {
    const backend = createWasmBackend();
    const n = 100_000;
    const plan = backend.prepare(increment(n, 'resident'));
    const input = backend.place(new Float64Array(n));
    for (let i = 0; i < 2000; i++) plan.run([input]);
    expect(backend.usage().residentBytes).toBeLessThanOrEqual(2 ** 28);
    expect(backend.usage().memoryBytes).toBeLessThanOrEqual(2 ** 29);
  });

  test('placed arrays stay within the budget', () => {
    const backend = createWasmBackend({ residentBytes: 2 ** 20 });
    const placed = Array.from({ length: 100 }, (_, i) => backend.place(new Float64Array(large).fill(i)));
    expect(backend.usage().residentBytes).toBeLessThanOrEqual(2 ** 20);
    expect(placed.map((buffer) => buffer.at(7))).toEqual(placed.map((_, i) => i));
  });

  test('an array that found no room moves in when there is some', () => {
    const backend = createWasmBackend({ residentBytes: 8 * large });
    const first = backend.place(wave(large));
    const second = backend.place(wave(large));
    const plan = backend.prepare(increment(large, 'number'));
    plan.run([second]);
    expect(backend.usage().residentBytes).toBe(8 * large);
    first.free();
    expect(backend.usage().residentBytes).toBe(0);
    plan.run([second]);
    expect(backend.usage().residentBytes).toBe(8 * large);
    expect(second.read()).toEqual(wave(large));
    second.free();
    expect(backend.usage().residentBytes).toBe(0);
  });

  test('prepared plans stay within their budget, and those that lost their memory run as before', () => {
    const backend = createWasmBackend({ planBytes: 20_000 });
    const executables = Array.from({ length: 200 }, (_, n) => backend.prepare(increment(n, 'host')));
    expect(backend.usage().planBytes).toBeLessThanOrEqual(20_000);
    for (let round = 0; round < 2; round++) {
      for (const [n, executable] of executables.entries()) {
        expect(executable.run([new Float64Array(n)])).toEqual([new Float64Array(n).fill(1)]);
      }
    }
    expect(backend.usage().planBytes).toBeLessThanOrEqual(20_000);
  });

  test('compiled kernels stay within their number, and plans whose kernels were dropped run as before', () => {
    const backend = createWasmBackend({ kernels: 5 });
    const executables = Array.from({ length: 20 }, (_, ops) =>
      backend.prepare(
        loop({
          form: 'map',
          n: 3,
          loads: [{ dtype: 'f64', inner: 'unit' }],
          body: Array.from({ length: ops }, (_, k) => ({ op: 'add', dtype: 'f64', args: [k, 0] })),
          stores: [{ value: ops, dtype: 'f64' }],
        }),
      ),
    );
    for (let round = 0; round < 2; round++) {
      for (const [ops, executable] of executables.entries()) {
        expect(executable.run([Float64Array.of(1, 2, 3)])).toEqual([
          Float64Array.of(1, 2, 3).map((x) => x * (ops + 1)),
        ]);
      }
    }
    expect(backend.usage().kernels).toBeLessThanOrEqual(5);
  });

  test('prepared plans that nothing refers to are given back once a job ends', async () => {
    const backend = createWasmBackend();
    for (let n = 0; n < 50; n++) backend.prepare(increment(n, 'host'));
    expect(backend.usage().planBytes).toBeGreaterThan(0);
    await collect();
    expect(backend.usage().planBytes).toBe(0);
  });
});

describe('the end of memory', () => {
  test('an array of more than 1 GiB is refused with a sentence', () => {
    const plan = createWasmBackend().prepare(arrays(1, 2 ** 27));
    expect(() => plan.run([])).toThrow('expected arrays below 1 GiB');
  });

  test('a plan that needs more than there is is refused with a sentence, and loses nothing', () => {
    const backend = createWasmBackend({ residentBytes: Infinity });
    const kept = backend.place(wave(large));
    const plan = backend.prepare(arrays(6, 2 ** 27 - 64));
    for (let round = 0; round < 2; round++) {
      expect(() => plan.run([])).toThrow(BackendError);
      expect(() => plan.run([])).toThrow(/WebAssembly memory cannot grow by \d+ bytes/);
    }
    expect(kept.read()).toEqual(wave(large));
    // What the refused runs had taken is free again.
    const results = backend.prepare(arrays(2, 2 ** 27 - 64)).run([]) as Buffer[];
    for (const result of results) result.free();
    expect(check(backend, leastSquares(2000, 'number'), [2, 1, wave(2000), wave(2000)])).toBeUndefined();
  });

  test('a routine whose working storage is larger than addresses reach is refused with a sentence', () => {
    const n = 178_956_971;
    const plan: Plan = {
      inputs: 1,
      slots: [
        { dtype: 'bool', length: 1 },
        { dtype: 'i32', length: n },
      ],
      steps: [
        {
          step: 'routine',
          routine: 'argsort',
          dtype: 'bool',
          sizes: [n],
          operands: [{ slot: 0, offset: 0, strides: [0] }],
          result: { slot: 1, offset: 0, strides: [1] },
        },
      ],
      outputs: [{ slot: 1, placement: 'resident' }],
    };
    expect(() => createWasmBackend().prepare(plan).run([1])).toThrow('expected arrays below 1 GiB');
  });

  test('addresses in the upper half of 4 GiB work', () => {
    const backend = createWasmBackend({ residentBytes: Infinity });
    const below = backend.prepare(arrays(3, 2 ** 27 - 64)).run([]) as Buffer[];
    expect(backend.usage().memoryBytes).toBeGreaterThan(2 ** 31);
    const inputs = [2, 1, wave(large), wave(large)] as const;
    expect(check(backend, leastSquares(large, 'number'), inputs)).toBeUndefined();
    expect(check(backend, increment(large, 'resident'), [wave(large)])).toBeUndefined();
    const placed = backend.place(wave(large));
    expect(placed.read()).toEqual(wave(large));
    expect(placed.at(large - 1)).toBe(Math.sin(large - 1));
    for (const buffer of below) buffer.free();
  });
});
