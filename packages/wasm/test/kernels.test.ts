import {
  BackendError,
  type DType,
  dtypes,
  type Elementary,
  type Instruction,
  type Opcode,
  type TypedArray,
} from '@chainrule/core/backend';
import { describe, expect, test } from 'vitest';
import { createWasmBackend } from '../src/backend.ts';
import { check, difference } from './compare.ts';
import { elementary } from './elementary.ts';
import { leastSquares, loop } from './plans.ts';

const backend = createWasmBackend();

/** Around lanes, blocks, and groups of blocks. */
const lengths = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 31, 127, 128, 129, 255, 256, 257, 511, 512, 513, 1023, 1024, 1025];
const longer = [1535, 1536, 1537, 2047, 2048, 2049, 2560, 3072, 3073, 4095, 4096, 4097, 5121, 8193];

const special = [0, -0, 1, -1, 2, 0.5, -0.5, 3, 1e-320, -1e-310, 5e-324, 1.5e-45, 1e-40, 1e300, -1e300, 3e38, -3e38];
const limits = [Infinity, -Infinity, NaN, 709.5, -745, 88.5, -104, 1 / 3, 2 / 3, Math.PI, 1e-8, 4503599627370495.5];
const halves = [1.5, -1.5, 2.5, 2 ** 31, -(2 ** 31), 2 ** 31 - 0.5, 2 ** 23 + 0.5, -0.2, 22, 1e22];
const numbers: readonly number[] = [...special, ...limits, ...halves];
const whole: readonly number[] = [
  ...[0, 1, -1, 2, 3, -7, 5, 31, 32, 33, 16, 255, -256, 65537, 46341],
  ...[2 ** 31 - 1, -(2 ** 31), -(2 ** 31) + 1, 123456789, 2 ** 24 + 1, -(2 ** 30)],
];
const choices = { f64: numbers, f32: numbers, i32: whole, bool: [0, 1] } as const;

/** Every combination of special numbers for the first two operands. */
function operands(dtypesOf: readonly DType[]): TypedArray[] {
  const [first = 'f64', second = first] = dtypesOf;
  const n = choices[first].length * choices[second].length * (dtypesOf.length > 2 ? 5 : 1);
  return dtypesOf.map((dtype, operand) => {
    const list: readonly number[] = choices[dtype];
    const pick = (i: number): number =>
      list[(operand === 0 ? i : Math.floor(i / choices[first].length) + 3 * (operand - 1)) % list.length] ?? 0;
    const data = dtypes[dtype].allocate(n);
    for (let i = 0; i < n; i++) data[i] = pick(i);
    return data;
  });
}

interface Case {
  readonly op: Opcode | Elementary;
  readonly from: readonly DType[];
  readonly to: DType;
}

const floats = ['f64', 'f32'] as const;
const numberTypes = ['f64', 'f32', 'i32'] as const;
const all = ['f64', 'f32', 'i32', 'bool'] as const;
const same =
  (dtype: DType, count: number) =>
  (op: Case['op']): Case => ({ op, from: new Array<DType>(count).fill(dtype), to: dtype });

const cases: Case[] = [
  ...floats.flatMap((dtype): Case[] => [
    same(dtype, 2)('div'),
    ...(['sqrt', 'floor', 'ceil', 'round'] as const).map(same(dtype, 1)),
    ...elementary.map((each) => same(dtype, each.arity)(each)),
  ]),
  ...numberTypes.flatMap((dtype): Case[] => [
    ...(['add', 'sub', 'mul', 'min', 'max'] as const).map(same(dtype, 2)),
    ...(['neg', 'abs'] as const).map(same(dtype, 1)),
    ...(['less', 'lessEqual', 'equal', 'notEqual'] as const).map(
      (op): Case => ({ op, from: [dtype, dtype], to: 'bool' }),
    ),
  ]),
  ...(['i32', 'bool'] as const).flatMap((dtype): Case[] => [
    ...(['and', 'or', 'xor'] as const).map(same(dtype, 2)),
    same(dtype, 1)('not'),
  ]),
  ...(['shiftLeft', 'shiftRight'] as const).map(same('i32', 2)),
  ...(['equal', 'notEqual'] as const).map(same('bool', 2)),
  ...all.map((dtype): Case => ({ op: 'select', from: ['bool', dtype, dtype], to: dtype })),
  ...all.flatMap((from) => all.map((to): Case => ({ op: 'convert', from: [from], to }))),
];

function nameOf(op: Case['op']): string {
  return typeof op === 'object' ? op.name : op;
}

describe('every instruction gives the bits of the slow evaluation', () => {
  for (const { op, from, to } of cases) {
    const instruction: Instruction = { op, dtype: to, args: from.map((_, i) => i) };
    const inputs = operands(from);
    const n = inputs[0]?.length ?? 0;

    test(`${nameOf(op)} of ${from.join(', ')} giving ${to}, in a loop`, () => {
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

    test(`${nameOf(op)} of ${from.join(', ')} giving ${to}, on single elements`, () => {
      const plan = loop({
        form: 'point',
        n: 1,
        loads: from.map((dtype) => ({ dtype, inner: 'still' }) as const),
        body: [instruction],
        stores: [{ value: from.length, dtype: to }],
      });
      const executable = backend.prepare(plan);
      for (let i = 0; i < n; i++) {
        const elements = inputs.map((input) => input.slice(i, i + 1));
        expect(difference(plan, executable.run(elements), elements)).toBeUndefined();
      }
    });
  }
});

test('shifts by one number of places for all elements, constant or loaded, give the same bits', () => {
  const [data = new Int32Array(0)] = operands(['i32']);
  for (const op of ['shiftLeft', 'shiftRight'] as const) {
    for (const places of [0, 1, 7, 31]) {
      const shared = { form: 'map', n: data.length, body: [{ op, dtype: 'i32', args: [0, 1] }] } as const;
      const stores = [{ value: 2, dtype: 'i32' }] as const;
      const unit = { dtype: 'i32', inner: 'unit' } as const;
      const constant = loop({ ...shared, loads: [unit], constants: [{ dtype: 'i32', value: places }], stores });
      const still = loop({ ...shared, loads: [unit, { dtype: 'i32', inner: 'still' }], stores });
      expect(check(backend, constant, [data])).toBeUndefined();
      expect(check(backend, still, [data, Int32Array.of(places)])).toBeUndefined();
    }
  }
});

test('an elementary function that the module lacks is refused with a sentence', () => {
  const lacking: Elementary = { name: 'cosecant', arity: 1, compute: (x) => 1 / Math.sin(x) };
  for (const inner of ['unit', 'still'] as const) {
    const plan = loop({
      form: inner === 'unit' ? 'map' : 'point',
      n: 3,
      loads: [{ dtype: 'f64', inner }],
      body: [{ op: lacking, dtype: 'f64', args: [0] }],
      stores: [{ value: 1, dtype: 'f64', inner }],
    });
    expect(() => backend.prepare(plan)).toThrow(BackendError);
    expect(() => backend.prepare(plan)).toThrow('the WebAssembly module has no elementary function cosecant');
  }
});

describe('least and greatest numbers, and sums of whole ones', () => {
  for (const dtype of numberTypes) {
    for (const op of ['min', 'max', ...(dtype === 'i32' ? (['add'] as const) : [])] as const) {
      for (const step of ['unit', 'strided', 'still'] as const) {
        test(`${op} of ${dtype} numbers that are ${step}, at every length around lanes, blocks and groups`, () => {
          for (const n of [...lengths, ...longer]) {
            for (const count of [1, 2, 5]) {
              const plan = loop({
                form: 'reduce',
                n,
                loads: [{ dtype, inner: step }],
                constants: [{ dtype, value: 3 }],
                body: Array.from({ length: count }, (_, r) => ({ op: 'mul', dtype, args: [r === 0 ? 0 : r + 1, 1] })),
                reductions: Array.from({ length: count }, (_, r) => ({ value: 2 + r, dtype, op })),
              });
              const data = dtypes[dtype].allocate(step === 'still' ? 1 : n);
              for (let i = 0; i < data.length; i++) data[i] = Math.sin(i * 12.9898 + n) * 2 ** ((i * 7) % 31);
              expect([n, count, check(backend, plan, [data])]).toEqual([n, count, undefined]);
            }
          }
        });
      }

      test(`${op} of ${dtype} numbers converted from another dtype, one element at a time`, () => {
        const other = dtype === 'f64' ? 'f32' : 'f64';
        for (const n of lengths) {
          const plan = loop({
            form: 'reduce',
            n,
            loads: [{ dtype: other, inner: 'unit' }],
            body: [{ op: 'convert', dtype, args: [0] }],
            reductions: [{ value: 1, dtype, op }],
          });
          const data = dtypes[other].allocate(n);
          for (let i = 0; i < n; i++) data[i] = Math.sin(i) * 1e3;
          expect(check(backend, plan, [data])).toBeUndefined();
        }
      });
    }
  }

  test('NaN goes through wherever it stands, and −0 is below +0', () => {
    for (const dtype of floats) {
      for (const op of ['min', 'max'] as const) {
        for (const length of [1, 2, 3, 5, 600]) {
          const plan = loop({
            form: 'reduce',
            n: length,
            loads: [{ dtype, inner: 'unit' }],
            body: [],
            reductions: [{ value: 0, dtype, op }],
          });
          for (const odd of [Number.NaN, -0, Infinity, -Infinity]) {
            for (let at = 0; at < Math.min(length, 7); at++) {
              const data = dtypes[dtype].allocate(length);
              data[at] = odd;
              expect(check(backend, plan, [data])).toBeUndefined();
            }
          }
        }
      }
    }
  });
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
