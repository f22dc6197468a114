import type { DType, Instruction, Opcode } from '@chainrule/core/backend';
import { describe, expect, test } from 'vitest';
import { createWasmBackend } from '../src/backend.ts';
import { check } from './compare.ts';
import { leastSquares, loop } from './plans.ts';

const backend = createWasmBackend();

/** Around lanes, blocks, and groups of blocks. */
const lengths = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 31, 127, 128, 129, 255, 256, 257, 511, 512, 513, 1023, 1024, 1025];
const longer = [1535, 1536, 1537, 2047, 2048, 2049, 2560, 3072, 3073, 4095, 4096, 4097, 5121, 8193];

const special = [0, -0, 1, -1, 2, 0.5, -0.5, 3, 1e-320, -1e-310, 5e-324, 1.5e-45, 1e-40, 1e300, -1e300, 3e38, -3e38];
const limits = [Infinity, -Infinity, NaN, 709.5, -745, 88.5, -104, 1 / 3, 2 / 3, Math.PI, 1e-8, 4503599627370495.5];
const numbers: readonly number[] = [...special, ...limits];

function operands(
  dtype: DType,
  count: number,
): (Float64Array<ArrayBuffer> | Float32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>)[] {
  // Every combination of special numbers for the first two operands, in an order that lanes mix.
  const n = numbers.length ** 2;
  return Array.from({ length: count }, (_, operand) => {
    const pick = (i: number): number =>
      numbers[(operand === 0 ? i : Math.floor(i / numbers.length)) % numbers.length] ?? 0;
    if (dtype === 'bool') return Uint8Array.from({ length: n }, (_, i) => (i >> operand) & 1);
    return dtype === 'f64'
      ? Float64Array.from({ length: n }, (_, i) => pick(i))
      : Float32Array.from({ length: n }, (_, i) => pick(i));
  });
}

interface Case {
  readonly op: Opcode;
  readonly from: readonly DType[];
  readonly to: DType;
}

const floats = ['f64', 'f32'] as const;
const cases: Case[] = floats.flatMap((dtype): Case[] => [
  ...(['add', 'sub', 'mul', 'div', 'pow'] as const).map((op) => ({ op, from: [dtype, dtype], to: dtype })),
  ...(['neg', 'sqrt', 'exp', 'log'] as const).map((op) => ({ op, from: [dtype], to: dtype })),
  ...(['less', 'lessEqual', 'equal', 'notEqual'] as const).map(
    (op): Case => ({ op, from: [dtype, dtype], to: 'bool' }),
  ),
  { op: 'select', from: ['bool', dtype, dtype], to: dtype },
  { op: 'convert', from: [dtype], to: 'bool' },
  { op: 'convert', from: ['bool'], to: dtype },
  { op: 'convert', from: [dtype], to: 'f64' },
  { op: 'convert', from: [dtype], to: 'f32' },
]);
cases.push(
  { op: 'equal', from: ['bool', 'bool'], to: 'bool' },
  { op: 'notEqual', from: ['bool', 'bool'], to: 'bool' },
  { op: 'select', from: ['bool', 'bool', 'bool'], to: 'bool' },
  { op: 'convert', from: ['bool'], to: 'bool' },
);

describe('every instruction gives the bits of the slow evaluation', () => {
  for (const { op, from, to } of cases) {
    const instruction: Instruction = { op, dtype: to, args: from.map((_, i) => i) };
    const inputs = from.map((dtype, i) => operands(dtype, 3)[i] as Float64Array<ArrayBuffer>);
    const n = inputs[0]?.length ?? 0;

    test(`${op} of ${from.join(', ')} giving ${to}, in a loop`, () => {
      const stores = [{ value: from.length, dtype: to }];
      const loads = from.map((dtype) => ({ dtype, inner: 'unit' }) as const);
      expect(check(backend, loop({ form: 'map', n, loads, body: [instruction], stores }), inputs)).toBeUndefined();
      // The same with strided accesses and, through a second dtype, one element at a time.
      const strided = from.map((dtype) => ({ dtype, inner: 'strided' }) as const);
      expect(
        check(backend, loop({ form: 'map', n, loads: strided, body: [instruction], stores }), inputs),
      ).toBeUndefined();
      const mixed = loop({
        form: 'map',
        n,
        loads,
        constants: [
          { dtype: 'f64', value: 1 },
          { dtype: 'f32', value: 1 },
        ],
        body: [{ ...instruction }],
        stores: [{ value: from.length + 2, dtype: to }],
      });
      expect(check(backend, mixed, inputs)).toBeUndefined();
    });

    test(`${op} of ${from.join(', ')} giving ${to}, on single elements`, () => {
      const plan = loop({
        form: 'point',
        n: 1,
        loads: from.map((dtype) => ({ dtype, inner: 'still' }) as const),
        body: [instruction],
        stores: [{ value: from.length, dtype: to }],
      });
      for (let i = 0; i < n; i++) {
        expect(
          check(
            backend,
            plan,
            inputs.map((input) => input.slice(i, i + 1) as typeof input),
          ),
        ).toBeUndefined();
      }
    });
  }
});

describe('sums follow the specified order', () => {
  for (const dtype of floats) {
    const numbersOf = (n: number): Float64Array<ArrayBuffer> | Float32Array<ArrayBuffer> => {
      const data = dtype === 'f64' ? new Float64Array(n) : new Float32Array(n);
      for (let i = 0; i < n; i++) data[i] = Math.sin(i * 12.9898 + 1) * 10 ** ((i * 7) % 9);
      return data;
    };

    for (const step of ['unit', 'strided', 'still'] as const) {
      test(`for ${dtype} numbers that are ${step}, at every length around lanes, blocks and groups of blocks`, () => {
        for (const n of [...lengths, ...longer]) {
          for (const sums of [1, 2, 3, 4, 7]) {
            const plan = loop({
              form: 'reduce',
              n,
              loads: [{ dtype, inner: step }],
              constants: [{ dtype, value: 1 / 3 }],
              body: Array.from({ length: sums }, (_, s) => ({ op: 'mul', dtype, args: [s === 0 ? 0 : s + 1, 1] })),
              sums: Array.from({ length: sums }, (_, s) => ({ value: 2 + s, dtype })),
            });
            expect([n, sums, check(backend, plan, [numbersOf(step === 'still' ? 1 : n)])]).toEqual([
              n,
              sums,
              undefined,
            ]);
          }
        }
      });
    }

    test(`for ${dtype} numbers converted from another dtype, one element at a time`, () => {
      const other = dtype === 'f64' ? 'f32' : 'f64';
      for (const n of [...lengths, ...longer]) {
        const plan = loop({
          form: 'reduce',
          n,
          loads: [{ dtype: other, inner: 'unit' }],
          body: [{ op: 'convert', dtype, args: [0] }],
          stores: [{ value: 1, dtype }],
          sums: [{ value: 1, dtype }],
        });
        const data = other === 'f64' ? Float64Array.from(numbersOf(n)) : Float32Array.from(numbersOf(n));
        expect([n, check(backend, plan, [data])]).toEqual([n, undefined]);
      }
    });

    test(`nothing sums to +0 and nothing but −0 to −0, for ${dtype}`, () => {
      const sum = (data: readonly number[]): unknown => {
        const plan = loop({
          form: 'reduce',
          n: data.length,
          loads: [{ dtype, inner: 'unit' }],
          body: [],
          sums: [{ value: 0, dtype }],
          placement: 'number',
        });
        return backend.prepare(plan).run([dtype === 'f64' ? Float64Array.from(data) : Float32Array.from(data)])[0];
      };
      expect(sum([])).toBe(0);
      expect(sum([-0])).toBe(-0);
      expect(sum([-0, -0, -0, -0, -0])).toBe(-0);
      expect(sum([-0, 0])).toBe(0);
    });
  }
});

test('the loss and the gradient of a line come from one pass', () => {
  const x = Float64Array.of(-2, 0, 1);
  const y = Float64Array.of(-1, 1, 2);
  expect(backend.prepare(leastSquares(3, 'number')).run([2, 1, x, y])).toEqual([5, 10, -2]);
  for (const n of [0, 1, 2, 1023, 1024, 100_001]) {
    const data = [
      0.3,
      -1.7,
      Float64Array.from({ length: n }, (_, i) => Math.sin(i)),
      Float64Array.from({ length: n }, (_, i) => Math.cos(3 * i)),
    ] as const;
    expect(check(backend, leastSquares(n, 'number'), data)).toBeUndefined();
  }
});
