import type { Buffer, DType, Plan, Routine, TypedArray } from '@chainrule/core/backend';
import { dtypes } from '@chainrule/core/backend';
import { describe, expect, test } from 'vitest';
import { createWasmBackend } from '../src/backend.ts';
import { check, elementsOf } from './compare.ts';

const backend = createWasmBackend();

interface Call {
  readonly routine: Routine;
  readonly dtype: DType;
  readonly sizes: readonly number[];
  /** Dtype, length and own strides of each operand and then of the result. */
  readonly arrays: readonly (readonly [DType, number, readonly number[]])[];
}

/** A plan of one routine call. */
function planOf({ routine, dtype, sizes, arrays }: Call): Plan {
  const bindings = arrays.map(([, , strides], slot) => ({ slot, offset: 0, strides }));
  const [result = { slot: 0, offset: 0, strides: [] }] = bindings.slice(-1);
  return {
    inputs: arrays.length - 1,
    slots: arrays.map(([of, length]) => ({ dtype: of, length })),
    steps: [{ step: 'routine', routine, dtype, sizes, operands: bindings.slice(0, -1), result }],
    outputs: [{ slot: result.slot, placement: 'resident' }],
  };
}

function run(call: Call, inputs: readonly TypedArray[]): ArrayLike<number> {
  const [output = 0] = backend.prepare(planOf(call)).run(inputs);
  const elements = elementsOf(output);
  (output as Buffer).free();
  return elements;
}

const floats = ['f64', 'f32'] as const;

describe('the matrix product', () => {
  type Layout = 'row-major' | 'transposed';

  /** Every number of c = a · b, in order over k. */
  function product(m: number, n: number, k: number, a: TypedArray, b: TypedArray, of: readonly Layout[]): TypedArray {
    const c = a.slice(0, 0).constructor === Float64Array ? new Float64Array(m * n) : new Float32Array(m * n);
    const round = c instanceof Float64Array ? (x: number): number => x : Math.fround;
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < n; j++) {
        let sum = 0;
        for (let l = 0; l < k; l++) {
          const x = a[of[0] === 'transposed' ? l * m + i : i * k + l] ?? 0;
          const y = b[of[1] === 'transposed' ? j * k + l : l * n + j] ?? 0;
          sum = l === 0 ? round(x * y) : round(sum + round(x * y));
        }
        c[i * n + j] = sum;
      }
    }
    return c;
  }

  const sizes = [
    [64, 64, 64],
    [65, 33, 257],
    [9, 513, 70],
    [130, 17, 600],
    [8, 8, 513],
    [67, 515, 259],
    [1, 300, 300],
    [300, 1, 300],
    [3, 2, 3000],
    [2000, 3, 2],
    [100, 100, 3],
  ] as const;
  const layouts = ['row-major', 'transposed'] as const;
  const orders = layouts.flatMap((a) => layouts.map((b) => [a, b] as const));

  for (const dtype of floats) {
    for (const [m, n, k] of sizes) {
      test(`of ${m} × ${k} by ${k} × ${n} ${dtype} numbers is summed in order, transposed or not`, () => {
        const [a, b] = [dtypes[dtype].allocate(m * k), dtypes[dtype].allocate(k * n)];
        for (let i = 0; i < a.length; i++) a[i] = Math.sin(i * 12.9898 + 1) * 10 ** (i % 5);
        for (let i = 0; i < b.length; i++) b[i] = Math.cos(i * 78.233) * 10 ** (i % 3);
        for (const [left, right] of orders) {
          const c = run(
            {
              routine: 'matmul',
              dtype,
              sizes: [m, n, k],
              arrays: [
                [dtype, m * k, left === 'transposed' ? [1, m] : [k, 1]],
                [dtype, k * n, right === 'transposed' ? [1, k] : [n, 1]],
                [dtype, m * n, [n, 1]],
              ],
            },
            [a, b],
          );
          expect(c).toEqual(product(m, n, k, a, b, [left, right]));
        }
      });
    }

    test(`begins with the first ${dtype} product: nothing but −0 is −0, and nothing at all is +0`, () => {
      for (const n of [1, 2, 3, 5, 9, 40]) {
        for (const k of [0, 1, 2, 40]) {
          const call: Call = {
            routine: 'matmul',
            dtype,
            sizes: [n, n, k],
            arrays: [
              [dtype, Math.max(1, n * k), [k, 1]],
              [dtype, Math.max(1, n * k), [n, 1]],
              [dtype, n * n, [1, n]],
            ],
          };
          const [a, b] = [dtypes[dtype].allocate(Math.max(1, n * k)), dtypes[dtype].allocate(Math.max(1, n * k))];
          const c = run(call, [a.fill(-1), b]);
          expect(c).toEqual(dtypes[dtype].allocate(n * n).fill(k === 0 ? 0 : -0));
        }
      }
    });

    test(`a NaN or an infinity in one ${dtype} row or column stays there`, () => {
      const n = 37;
      const [a, b] = [dtypes[dtype].allocate(n * n).fill(1), dtypes[dtype].allocate(n * n).fill(1)];
      a[5 * n + 3] = Number.NaN;
      b[2 * n + 36] = Infinity;
      const whole = [dtype, n * n, [n, 1]] as const;
      const c = run({ routine: 'matmul', dtype, sizes: [n, n, n], arrays: [whole, whole, whole] }, [a, b]);
      const expected = dtypes[dtype].allocate(n * n).fill(n);
      for (let i = 0; i < n; i++) expected[i * n + 36] = Infinity;
      expected.fill(Number.NaN, 5 * n, 6 * n);
      expect(c).toEqual(expected);
    });
  }
});

describe('argsort', () => {
  for (const dtype of ['f64', 'f32', 'i32', 'bool'] as const) {
    test(`puts ${dtype} numbers in order, equal ones as they came, NaN last`, () => {
      const special = [Number.NaN, -0, 0, Infinity, -Infinity, -5e-324, 5e-324, 1e-40, -1e-40, 2 ** 31 - 1, -(2 ** 31)];
      for (const n of [0, 1, 2, 7, 8, 9, 15, 16, 17, 31, 33, 1000, 5000]) {
        const data = dtypes[dtype].allocate(n);
        for (let i = 0; i < n; i++) {
          const pick = (i * 7919) % 101;
          data[i] = dtypes[dtype].round(special[pick] ?? Math.floor(Math.sin(i) * 40));
        }
        const arrays = [[dtype, Math.max(1, n), [1]] as const, ['i32', Math.max(1, n), [1]] as const];
        const input = n === 0 ? dtypes[dtype].allocate(1) : data;
        const order = run({ routine: 'argsort', dtype, sizes: [n], arrays }, [input]);
        const key = (i: number): number => data[i] ?? 0;
        const expected = Int32Array.from({ length: n }, (_, i) => i).sort((i, j) => {
          if (Number.isNaN(key(i)) || Number.isNaN(key(j))) {
            return Number(Number.isNaN(key(i))) - Number(Number.isNaN(key(j))) || i - j;
          }
          return key(i) < key(j) ? -1 : key(i) > key(j) ? 1 : i - j;
        });
        expect(order.length === 1 && n === 0 ? new Int32Array(0) : order).toEqual(expected);
      }
    });
  }
});

describe('indices', () => {
  test('outside of an array give NaN or 0, and their updates are dropped', () => {
    const indices = Int32Array.of(0, 2, -1, -3, 3, -4, 2 ** 31 - 1, -(2 ** 31));
    for (const width of [1, 3, 40]) {
      for (const dtype of ['f64', 'f32', 'i32'] as const) {
        const x = dtypes[dtype].allocate(3 * width);
        for (let i = 0; i < x.length; i++) x[i] = i + 1;
        const whole = [dtype, 3 * width, [width, 1]] as const;
        const rows = [dtype, 8 * width, [width, 1]] as const;
        const places = ['i32', 8, [1]] as const;
        const gather = planOf({ routine: 'gather', dtype, sizes: [8, 3, width], arrays: [whole, places, rows] });
        expect(check(backend, gather, [x, indices])).toBeUndefined();
        const updates = dtypes[dtype].allocate(8 * width).fill(1);
        const sizes = [8, 3, width];
        const scatter = planOf({ routine: 'scatterAdd', dtype, sizes, arrays: [whole, places, rows, whole] });
        expect(check(backend, scatter, [x, indices, updates])).toBeUndefined();
      }
    }
  });

  test('of an array without rows find nothing', () => {
    const arrays = [
      ['f64', 1, [2, 1]],
      ['i32', 2, [1]],
      ['f64', 4, [2, 1]],
    ] as const;
    const plan = planOf({ routine: 'gather', dtype: 'f64', sizes: [2, 0, 2], arrays });
    expect(check(backend, plan, [Float64Array.of(7), Int32Array.of(0, -1)])).toBeUndefined();
  });
});

test('working storage of routines is free again after each run, and small ones keep theirs', () => {
  const own = createWasmBackend();
  const whole = ['f64', 256 * 256, [256, 1]] as const;
  const call: Call = { routine: 'matmul', dtype: 'f64', sizes: [256, 256, 256], arrays: [whole, whole, whole] };
  const plan = own.prepare(planOf(call));
  const input = own.place(new Float64Array(256 * 256));
  for (let i = 0; i < 3; i++) (plan.run([input, input])[0] as Buffer).free();
  const { memoryBytes, residentBytes, planBytes } = own.usage();
  for (let i = 0; i < 200; i++) (plan.run([input, input])[0] as Buffer).free();
  expect(own.usage()).toMatchObject({ memoryBytes, residentBytes, planBytes });
  expect(planBytes).toBeLessThan(1000);
});
