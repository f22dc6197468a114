// Whole numbers, truth values, comparisons, bits, and the ways from one dtype to another.

import { all, allClose, any } from '../../functions/truth.ts';
import { bitwiseAnd, bitwiseNot, bitwiseOr, bitwiseXor, shiftLeft, shiftRightLogical } from '../../primitives/bits.ts';
import { ceil } from '../../primitives/ceil.ts';
import { equal, greater, greaterEqual, less, lessEqual, notEqual } from '../../primitives/compare.ts';
import { astype } from '../../primitives/convert.ts';
import { floor } from '../../primitives/floor.ts';
import { isFinite, isInf, isNaN, logicalAnd, logicalNot, logicalOr, logicalXor } from '../../primitives/logic.ts';
import { mul } from '../../primitives/mul.ts';
import { rem } from '../../primitives/rem.ts';
import { round } from '../../primitives/round.ts';
import { sign } from '../../primitives/sign.ts';
import { sin } from '../../primitives/sin.ts';
import { sum } from '../../primitives/sum.ts';
import { where } from '../../primitives/where.ts';
import type { DType } from '../../shape/dtype.ts';
import type { Operand } from '../../tensor/operand.ts';
import { agrees, ConformanceError } from '../agree.ts';
import type { Case } from '../api.ts';
import { allDTypes, array, hardArray, sizes, truths, whole } from '../data.ts';
import { derivatives, mapped } from '../exercise.ts';

type Binary = (x: Operand, y: Operand) => Operand;

const comparisons: Readonly<Record<string, Binary>> = {
  equal: equal as Binary,
  greater: greater as Binary,
  greaterEqual: greaterEqual as Binary,
  less: less as Binary,
  lessEqual: lessEqual as Binary,
  notEqual: notEqual as Binary,
};

const connectives: Readonly<Record<string, Binary>> = {
  logicalAnd: logicalAnd as Binary,
  logicalOr: logicalOr as Binary,
  logicalXor: logicalXor as Binary,
};

const questions: Readonly<Record<string, (x: Operand) => Operand>> = {
  isFinite: isFinite as (x: Operand) => Operand,
  isInf: isInf as (x: Operand) => Operand,
  isNaN: isNaN as (x: Operand) => Operand,
  logicalNot: logicalNot as (x: Operand) => Operand,
};

const bits: Readonly<Record<string, Binary>> = { bitwiseAnd, bitwiseOr, bitwiseXor };
const shifts: Readonly<Record<string, Binary>> = { shiftLeft, shiftRightLogical };

/** An answer about plain numbers is a plain boolean, which an `if` can see. */
function mustBePlain(...answers: readonly unknown[]): void {
  for (const answer of answers) {
    if (typeof answer !== 'boolean') throw new ConformanceError(`expected a plain boolean, got ${typeof answer}`);
  }
}

const few = [0, 1, 3, 16, 17, 130];

export const wholeCases: readonly Case[] = [
  ...Object.entries({ ...comparisons, ...connectives }).map(
    ([name, f]): Case => ({
      name: `${name} on every pair of dtypes, broadcast, mapped`,
      covers: [name],
      run: (api) => {
        for (const left of allDTypes) {
          for (const size of few) agrees(api, f, [hardArray(api, [size], left, 1), hardArray(api, [size], left, 2)]);
          for (const right of allDTypes) {
            agrees(api, f, [hardArray(api, [5], left, 1), hardArray(api, [3, 1], right, 2)]);
          }
          agrees(api, f, [hardArray(api, [6], left, 1), 0]);
          agrees(api, f, [0.5, hardArray(api, [6], left, 1)]);
          mapped(api, f as never, hardArray(api, [2, 3], left, 4), hardArray(api, [3], left, 5));
        }
        for (const x of [0, -0, 1, Number.NaN, true, false]) for (const y of [0, 1, true]) agrees(api, f, [x, y]);
      },
    }),
  ),
  ...Object.entries(questions).map(
    ([name, f]): Case => ({
      name: `${name} on every dtype and size`,
      covers: [name],
      run: (api) => {
        for (const dtype of allDTypes) for (const size of few) agrees(api, f, [hardArray(api, [size], dtype)]);
        for (const x of [0, 1, Number.NaN, Number.NEGATIVE_INFINITY, true]) agrees(api, f, [x]);
        mapped(api, f as never, hardArray(api, [2, 3]));
      },
    }),
  ),
  ...Object.entries({ ...bits, ...shifts }).map(
    ([name, f]): Case => ({
      name: `${name} for every size, broadcast, mapped`,
      covers: [name],
      run: (api) => {
        const right = (size: number): Int32Array<ArrayBuffer> =>
          name in shifts ? whole(size, 5).map((x) => x & 31) : whole(size, 5);
        const tensor = (numbers: Int32Array<ArrayBuffer>, shape = [numbers.length]) => api.tensor(numbers, { shape });
        for (const size of sizes) agrees(api, f, [tensor(whole(size, 2)), tensor(right(size))]);
        agrees(api, f, [tensor(whole(12, 2), [3, 4]), tensor(right(3), [3, 1])]);
        agrees(api, (x: Operand) => f(x, 13), [tensor(whole(33, 2))]);
        agrees(api, (x: Operand) => f(-5, x), [tensor(right(33))]);
        agrees(api, f, [api.tensor(truths(5, 1), { dtype: 'i32' }), tensor(right(5))]);
        mapped(api, f as never, tensor(whole(6, 2), [2, 3]), tensor(right(3)));
      },
    }),
  ),
  {
    name: 'bitwiseNot for every size, and a hash of bit operations',
    covers: ['bitwiseNot'],
    run: (api) => {
      const mix = (x: Operand): Operand => {
        const a = mul(bitwiseXor(x, shiftRightLogical(x, 16)), 0x45d9f3b);
        const b = mul(bitwiseXor(a as Operand, shiftRightLogical(a as Operand, 13)), -1640531527);
        return bitwiseNot(bitwiseXor(b as Operand, shiftLeft(b as Operand, 7)) as Operand);
      };
      for (const size of sizes) {
        agrees(api, bitwiseNot, [api.tensor(whole(size, 2))]);
        agrees(api, mix, [api.tensor(whole(size, 3))]);
      }
    },
  },
  {
    name: 'astype from every dtype to every dtype, of hard numbers, and its gradient between floats',
    covers: ['astype'],
    run: (api) => {
      for (const from of allDTypes) {
        for (const to of allDTypes) {
          for (const size of few) agrees(api, (x: Operand) => astype(x, to), [hardArray(api, [size], from)]);
          agrees(api, (x: Operand) => astype(x, to), [
            api.tensor([2147483647.5, -2147483649, 1e300, 0.99, -0.99], { dtype: 'f64' }),
          ]);
          agrees(api, (x: Operand) => astype(astype(x, to), from), [hardArray(api, [20], from)]);
          mapped(api, (x = 0) => astype(x, to), hardArray(api, [2, 3], from));
        }
      }
      for (const x of [1.5, -0, Number.NaN, true]) {
        for (const to of allDTypes) agrees(api, (t: Operand) => astype(t, to), [x]);
      }
      for (const [from, to] of [
        ['f64', 'f32'],
        ['f32', 'f64'],
        ['f64', 'i32'],
      ] as const) {
        derivatives(api, (x = 0) => mul(astype(x, to), sin(x as Operand) as Operand), array(api, [130], from));
      }
    },
  },
  {
    name: 'arithmetic, sums and choices of whole numbers wrap as i32 does',
    covers: ['sum', 'where', 'mul'],
    run: (api) => {
      for (const size of sizes) {
        const x = api.tensor(whole(size, 2));
        agrees(api, (t: Operand) => sum(t), [x]);
        agrees(api, (t: Operand) => mul(t, t), [x]);
        agrees(api, (t: Operand) => where(less(t, 0), mul(t, -1), t), [x]);
        agrees(api, (t: Operand) => sum(t), [api.tensor(truths(size, 3), { dtype: 'bool' })]);
      }
    },
  },
  {
    name: 'sign, floor, ceil, round and rem of whole numbers are whole',
    covers: ['sign', 'floor', 'ceil', 'round', 'rem'],
    run: (api) => {
      for (const size of few) {
        const x = api.tensor(whole(size, 2));
        for (const f of [sign, floor, ceil, round]) agrees(api, f, [x]);
        agrees(api, rem, [x, api.tensor(whole(size, 5))]);
        agrees(api, (t: Operand) => rem(t, 7), [x]);
        agrees(api, (t: Operand) => rem(t, 2.5), [x]);
        agrees(api, rem, [x, api.tensor(truths(size, 5), { dtype: 'bool' })]);
      }
      mapped(api, rem as never, api.tensor(whole(6, 2), { shape: [2, 3] }), api.tensor(whole(3, 5)));
    },
  },
  {
    name: 'any, all and allClose over every choice of axes',
    covers: ['any', 'all', 'allClose'],
    run: (api) => {
      const shapes = [[], [0], [5], [3, 4], [2, 0, 3], [2, 3, 130]];
      for (const f of [any, all]) {
        for (const shape of shapes) {
          for (const dtype of ['bool', 'f64', 'i32'] as readonly DType[]) {
            const x = hardArray(api, shape, dtype);
            agrees(api, (t: Operand) => f(t), [x]);
            if (shape.length < 2) continue;
            for (const axis of [0, -1, [0, 1]]) {
              for (const keepDims of [true, false]) agrees(api, (t: Operand) => f(t, { axis, keepDims }), [x]);
            }
          }
        }
        mapped(api, (t = 0) => f(t, { axis: -1 }) as Operand, hardArray(api, [2, 3], 'bool'));
        agrees(api, (t: Operand) => f(t), [0]);
        agrees(api, (t: Operand) => f(t), [true]);
        for (const t of [0, true]) mustBePlain(f(t), api.compile((u: typeof t) => f(u))(t));
      }
      const x = hardArray(api, [40]);
      for (const equalNaN of [true, false]) {
        agrees(api, (t: Operand, u: Operand) => allClose(t, u, { equalNaN }), [x, x]);
        agrees(api, (t: Operand, u: Operand) => allClose(t, u, { equalNaN, rtol: 0, atol: 1 }), [
          array(api, [3, 1]),
          array(api, [4]),
        ]);
      }
      agrees(api, (t: Operand, u: Operand) => allClose(t, u), [1, 1.0000001]);
      agrees(api, (t: Operand, u: Operand) => allClose(t, u), [api.tensor(whole(9, 2)), api.tensor(whole(9, 5))]);
      mustBePlain(allClose(1, 2), api.compile((t: number) => allClose(t, 2))(1));
      agrees(api, (t: Operand, u: Operand) => allClose(t, u), [array(api, [2, 3]), array(api, [2, 3], 'f32')]);
    },
  },
];
