// The rows of EDGES.md, each in both modes: on a single number, on an array of one, in f32, and compiled.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as cr from '../src/index.ts';
import { DTypeError, type Operand, ShapeError } from '../src/index.ts';

const inf = Number.POSITIVE_INFINITY;
const nan = Number.NaN;

type Unary = (x: Operand) => Operand;

/** f at x has the derivative d, and if there is a fourth number, that second derivative. */
type Point = readonly [f: Unary, x: number, d: number, second?: number];

/** A sum of f at the numbers has the gradient, and if there is a fourth entry, that Hessian. */
type Vector = readonly [
  f: Unary,
  xs: readonly number[],
  gradient: readonly number[],
  hessian?: readonly (readonly number[])[],
];

interface Row {
  readonly points?: readonly Point[];
  readonly vectors?: readonly Vector[];
  /** Errors that differentiation throws. */
  readonly throws?: readonly (readonly [() => unknown, new (message: string) => Error])[];
  /** What is true besides. */
  readonly also?: () => void;
}

const { where, greater, log, sqrt } = cr;

/** A branch that is not taken, and derivatives of it that do not exist, in all kinds of company. */
const leaks: readonly Point[] = [
  [(x) => where(greater(x, 0), sqrt(x), 0), 0, 0, 0],
  [(x) => where(greater(x, 0), log(x), 0), -1, 0, 0],
  [(x) => where(greater(x, 0), log(x), cr.mul(x, 3)), 0, 3, 0],
  [(x) => where(greater(x, 0), cr.exp(log(sqrt(x))), x), 0, 1, 0],
  [(x) => where(greater(x, 0), where(greater(x, 1), sqrt(cr.sub(x, 1)), log(x)), 0), 0, 0, 0],
  [(x) => where(greater(x, 0), where(greater(x, 1), sqrt(cr.sub(x, 1)), log(x)), 0), 1, 1, -1],
  [(x) => cr.mul(where(greater(x, 0), cr.div(1, x), 0), where(greater(x, 0), log(x), 2)), 0, 0, 0],
  [(x) => where(greater(x, 0), cr.pow(x, -0.5), 0), -2, 0, 0],
  [(x) => where(cr.equal(x, 0), 1, cr.div(cr.sin(x), x)), 0, 0, 0],
  [(x) => where(cr.equal(x, 0), 0, cr.mul(x, log(x))), 0, 0, 0],
  [(x) => where(greater(x, 0), cr.atan2(x, x), cr.asin(cr.mul(2, x))), 0, 2, 0],
  [(x) => where(false, log(x), x), 0, 1, 0],
  [(x) => where(true, x, log(x)), 0, 1, 0],
];

const leakVectors: readonly Vector[] = [
  [
    (x) => where(greater(cr.sum(x), 0), log(cr.sum(x)), 0),
    [0, -1],
    [0, 0],
    [
      [0, 0],
      [0, 0],
    ],
  ],
  [
    (x) => where(greater(x, 0), cr.reshape(log(cr.reshape(x, [2, 1])), [2]), 0),
    [0, 4],
    [0, 0.25],
    [
      [0, 0],
      [0, -0.0625],
    ],
  ],
  [(x) => where([0, 1], cr.flip(sqrt(cr.flip(x))), 0), [0, 4], [0, 0.25]],
  [
    (x) => where([0, 1, 1], cr.concatenate([sqrt(cr.slice(x, [0], [1])), cr.slice(x, [1], [3])]), x),
    [0, 4, 5],
    [1, 1, 1],
  ],
  [(x) => where([0, 1], cr.take(log(x), [0, 1]), x), [0, 2], [1, 0.5]],
  [
    (x) =>
      where(
        [
          [0, 1],
          [0, 1],
        ],
        cr.broadcastTo(log(x), [2, 2]),
        0,
      ),
    [0, 2],
    [0, 1],
  ],
  [(x) => where(greater(x, 0), sqrt(cr.max(x)), 0), [0, 4], [0, 0.25]],
  [(x) => cr.sum(where(greater(x, 0), cr.mul(log(x), 2), cr.mul(x, x))), [0, -2, 2], [0, -4, 1]],
];

const rows: Readonly<Record<string, Row>> = {
  'abs(x) | 0': {
    points: [
      [cr.abs, 0, 0, 0],
      [cr.abs, -0, 0, 0],
    ],
  },
  'relu(x) | 0': {
    points: [
      [cr.relu, 0, 0, 0],
      [cr.relu, -0, 0, 0],
    ],
  },
  'relu(x) | NaN': { points: [[cr.relu, nan, 1, 0]] },
  'maximum(x, y), minimum(x, y) | x = y': {
    points: [
      [(x) => cr.maximum(x, 2), 2, 0.5, 0],
      [(x) => cr.maximum(2, x), 2, 0.5, 0],
      [(x) => cr.minimum(x, 2), 2, 0.5, 0],
      [(x) => cr.minimum(2, x), 2, 0.5, 0],
      [(x) => cr.maximum(x, 0), -0, 0.5],
      [(x) => cr.maximum(x, x), 3, 1, 0],
      [(x) => cr.maximum(x, inf), inf, 0.5],
    ],
  },
  'maximum(x, 0), minimum(x, 0) | NaN': {
    points: [
      [(x) => cr.maximum(x, 0), nan, 0],
      [(x) => cr.minimum(x, 0), nan, 0],
    ],
  },
  'max(x), min(x) | ties': {
    vectors: [
      [
        (x) => cr.max(x),
        [1, 1, 0],
        [0.5, 0.5, 0],
        [
          [0, 0, 0],
          [0, 0, 0],
          [0, 0, 0],
        ],
      ],
      [(x) => cr.min(x), [1, 1, 1, 2], [1 / 3, 1 / 3, 1 / 3, 0]],
      [(x) => cr.max(cr.reshape(x, [2, 2]), { axis: 0 }), [1, 5, 1, 4], [0.5, 1, 0.5, 0]],
      [(x) => cr.max(x), [0, -0], [0.5, 0.5]],
      [(x) => cr.min(x), [-inf, -inf], [0.5, 0.5]],
    ],
  },
  'max(x), min(x) | with a NaN': {
    vectors: [
      [(x) => cr.max(x), [1, nan], [nan, nan]],
      [(x) => cr.min(x), [nan, 2], [nan, nan]],
    ],
  },
  'clip(x, low, high) | at a bound': {
    points: [
      [(x) => cr.clip(x, -1, 1), -1, 0.5, 0],
      [(x) => cr.clip(x, -1, 1), 1, 0.5, 0],
    ],
  },
  'clip(x, low, high) | outside': {
    points: [
      [(x) => cr.clip(x, -1, 1), -2, 0, 0],
      [(x) => cr.clip(x, -1, 1), inf, 0],
      [(x) => cr.clip(x, -1, 1), 0.5, 1],
    ],
  },
  'sign, floor, ceil, round | everywhere': {
    points: [cr.sign, cr.floor, cr.ceil, cr.round].flatMap((f): Point[] => [
      [f, 0, 0, 0],
      [f, 0.5, 0, 0],
      [f, -1.25, 0, 0],
      [f, 2, 0, 0],
      [f, inf, 0],
    ]),
  },
  'rem(x, y) | x, also at a multiple of y': {
    points: [
      [(x) => cr.rem(x, 2), 4, 1, 0],
      [(x) => cr.rem(x, 2), 5, 1, 0],
      [(y) => cr.rem(5, y), 2, -2, 0],
      [(y) => cr.rem(-5, y), 2, 2, 0],
    ],
  },
  'sqrt(x) | 0': { points: [[sqrt, 0, inf, -inf]] },
  'sqrt(x) | negative': { points: [[sqrt, -1, nan]] },
  'cbrt(x) | 0': {
    points: [
      [cr.cbrt, 0, inf],
      [cr.cbrt, -0, inf],
    ],
  },
  'norm(x) | 0': {
    points: [
      [(x) => cr.norm(x), 0, 0, 0],
      [(x) => cr.norm(cr.reshape(x, [1])), -0, 0],
    ],
    vectors: [
      [
        (x) => cr.norm(x),
        [0, 0],
        [0, 0],
        [
          [0, 0],
          [0, 0],
        ],
      ],
      [(x) => cr.norm(x), [0, -2], [0, -1]],
    ],
  },
  'norm(x, { ord: 1 }) | 0': { vectors: [[(x) => cr.norm(x, { ord: 1 }), [0, -2], [0, -1]]] },
  'norm(x, { ord: Infinity }) | ties': {
    vectors: [[(x) => cr.norm(x, { ord: inf }), [2, -2, 1], [0.5, -0.5, 0]]],
  },
  'std(x) | equal numbers': { vectors: [[(x) => cr.std(x), [2, 2], [nan, nan]]] },
  'variance(x) | equal numbers': {
    vectors: [
      [
        (x) => cr.variance(x),
        [2, 2],
        [0, 0],
        [
          [0.5, -0.5],
          [-0.5, 0.5],
        ],
      ],
    ],
  },
  'pow(x, 0) | 0 and NaN': {
    points: [
      [(x) => cr.pow(x, 0), 0, 0, 0],
      [(x) => cr.pow(x, 0), nan, 0, 0],
      [(x) => cr.pow(x, cr.mul(0, 1)), 0, 0],
    ],
    vectors: [[(x) => cr.pow(x, [0, 0]), [0, 5], [0, 0]]],
  },
  'pow(x, n) | 0 or negative, whole n': {
    points: [
      [(x) => cr.pow(x, 1), 0, 1, 0],
      [(x) => cr.pow(x, 2), 0, 0, 2],
      [(x) => cr.pow(x, 3), 0, 0, 0],
      [(x) => cr.pow(x, 3), -2, 12, -12],
      [(x) => cr.pow(x, -1), -2, -0.25, -0.25],
    ],
    vectors: [
      [
        (x) => cr.pow(x, [1, 2, 3]),
        [0, 0, 0],
        [1, 0, 0],
        [
          [0, 0, 0],
          [0, 2, 0],
          [0, 0, 0],
        ],
      ],
    ],
  },
  'pow(x, 0.5) | 0': { points: [[(x) => cr.pow(x, 0.5), 0, inf, -inf]] },
  'pow(x, −1) | 0': { points: [[(x) => cr.pow(x, -1), 0, -inf, inf]] },
  'pow(0, y) | y ≥ 0': {
    points: [
      [(y) => cr.pow(0, y), 2, 0, 0],
      [(y) => cr.pow(0, y), 0, 0, 0],
    ],
  },
  'pow(x, y) by y | negative x': { points: [[(y) => cr.pow(-2, y), 2, nan]] },
  'log(x) | 0': { points: [[log, 0, inf, -inf]] },
  'log(x) | negative': { points: [[log, -2, -0.5, -0.25]] },
  'div(1, x) | 0': {
    points: [
      [(x) => cr.div(1, x), 0, -inf, inf],
      [cr.reciprocal, 0, -inf],
    ],
  },
  'div(0, x) | 0': { points: [[(x) => cr.div(0, x), 0, nan]] },
  'asin(x), acos(x) | ±1': {
    points: [
      [cr.asin, 1, inf],
      [cr.asin, -1, inf],
      [cr.acos, 1, -inf],
      [cr.acos, -1, -inf],
    ],
  },
  'acosh(x) | 1': { points: [[cr.acosh, 1, inf]] },
  'atanh(x) | ±1': {
    points: [
      [cr.atanh, 1, inf],
      [cr.atanh, -1, inf],
    ],
  },
  'atan2(y, x) | the origin': {
    points: [
      [(y) => cr.atan2(y, 0), 0, nan],
      [(x) => cr.atan2(0, x), 0, nan],
    ],
  },
  'where(c, x, y) | the branch not taken': { points: leaks, vectors: leakVectors },
  'where(c, x, y) | c': {
    points: [
      [(x) => where(x, 2, 3), 1, 0, 0],
      [(x) => where(x, x, 3), 2, 1, 0],
    ],
  },
  'logSumExp(x) | huge numbers': {
    vectors: [
      [
        (x) => cr.logSumExp(x),
        [1000, 1000],
        [0.5, 0.5],
        [
          [0.25, -0.25],
          [-0.25, 0.25],
        ],
      ],
      [(x) => cr.logSumExp(x), [-1e30, -1e30], [0.5, 0.5]],
    ],
  },
  'logSumExp(x) | some −∞': {
    vectors: [
      [
        (x) => cr.logSumExp(x),
        [-inf, 0],
        [0, 1],
        [
          [0, 0],
          [0, 0],
        ],
      ],
    ],
  },
  'logSumExp(x) | all −∞': { vectors: [[(x) => cr.logSumExp(x), [-inf, -inf], [nan, nan]]] },
  'softmax(x) | some −∞': {
    vectors: [
      [(x) => cr.mul(cr.softmax(x), [1, 2, 4]), [-inf, 0, 0], [0, -0.5, 0.5]],
      [(x) => cr.slice(cr.logSoftmax(x), [1], [2]), [-inf, 0, 0], [0, 0.5, -0.5]],
    ],
  },
  'logAddExp(x, y) | both −∞': {
    points: [
      [(x) => cr.logAddExp(x, -inf), -inf, 0.5],
      [(x) => cr.logAddExp(1, x), 1, 0.5, 0.25],
    ],
  },
  'sum, mean, prod, norm, variance | of nothing': {
    vectors: [cr.sum, cr.mean, cr.prod, cr.norm, cr.variance].map((f): Vector => [(x) => f(x), [], []]),
  },
  'max, min, logSumExp | of nothing': {
    throws: [cr.max, cr.min, cr.logSumExp].map((f) => [() => cr.grad((x: Operand) => f(x))([]), ShapeError] as const),
  },
  'prod(x) | one factor 0': {
    vectors: [
      [
        (x) => cr.prod(x),
        [0, 2, 3],
        [6, 0, 0],
        [
          [0, 3, 2],
          [3, 0, 0],
          [2, 0, 0],
        ],
      ],
    ],
  },
  'prod(x) | two factors 0': {
    vectors: [
      [
        (x) => cr.prod(x),
        [0, 2, 0],
        [0, 0, 0],
        [
          [0, 0, 2],
          [0, 0, 0],
          [2, 0, 0],
        ],
      ],
    ],
  },
  'sort(x) | ties': { vectors: [[(x) => cr.mul(cr.sort(x), [1, 2, 3]), [2, 1, 2], [2, 1, 3]]] },
  'take(x, i) | i outside': {
    also: () => {
      const read = (x: Operand): Operand => cr.take(x, [0, 5, -1, -9]);
      expect(cr.grad((x: Operand) => cr.sum(read(x)))([1, 2])).toEqual([1, 1]);
      expect(
        cr
          .jvp(read)([[1, 2]], [[3, 4]])
          .map((part) => (part as cr.Tensor).toArray()),
      ).toEqual([
        [1, nan, 2, nan],
        [3, nan, 4, nan],
      ]);
    },
  },
  'scatterAdd(x, i, u) | i outside': {
    vectors: [
      [(u) => cr.scatterAdd([0, 0], [0, 7, -1], u), [1, 2, 3], [1, 0, 1]],
      [(x) => cr.scatterAdd(x, [0, 7], [5, 6]), [1, 2], [1, 1]],
    ],
  },
  'cumsum(x) | with a NaN': { vectors: [[(x) => cr.cumsum(x), [1, nan, 2], [3, 2, 1]]] },
  "astype(x, 'i32') | everywhere": { points: [[(x) => cr.mul(cr.astype(x, 'i32'), x), 2.5, 2, 0]] },
  'greater, equal, isNaN, … | everywhere': {
    points: [
      [(x) => cr.mul(cr.astype(greater(x, 1), 'f64'), x), 2, 1, 0],
      [(x) => cr.add(cr.astype(cr.isNaN(x), 'f64'), 1), 2, 0],
      [(x) => where(cr.logicalAnd(greater(x, 0), cr.less(x, 3)), cr.square(x), 0), 2, 4, 2],
    ],
  },
  'stopGradient(x) | everywhere': {
    points: [
      [(x) => cr.stopGradient(x), 2, 0, 0],
      [(x) => cr.mul(cr.stopGradient(x), x), 3, 3, 0],
    ],
  },
  'grad(f)(i32 or bool) | everywhere': {
    throws: [
      [() => cr.grad((x: Operand) => cr.sum(cr.mul(x, 2)))(cr.tensor([1], { dtype: 'i32' })), DTypeError],
      [() => cr.grad((x: Operand) => cr.add(x, 1))(true), DTypeError],
      [() => cr.jacobian((x: Operand) => cr.mul(x, 2))(cr.tensor([1], { dtype: 'i32' })), DTypeError],
    ],
    also: () => {
      const count = cr.tensor([2], { dtype: 'i32' });
      const [, tangent] = cr.jvp((x: Operand, n: Operand) => cr.mul(x, n))([[3], count], [[1], count]);
      expect((tangent as cr.Tensor).toArray()).toEqual([2]);
    },
  },
};

const number = (x: unknown): number => (typeof x === 'number' ? x : (x as { item(): number }).item());
const numbers = (x: unknown): number[] => Array.from((x as cr.Tensor).toTypedArray());

/** Equal as numbers: a NaN equals a NaN, and −0 equals 0. */
function same(what: string, got: readonly number[], expected: readonly number[]): void {
  expect(
    got.map((x) => x + 0),
    what,
  ).toEqual(expected.map((x) => x + 0));
}

const forward =
  (f: Unary): Unary =>
  (x) =>
    (cr.jvp(f)([x as never], [1 as never]) as readonly Operand[])[1] as Operand;

function checkPoint([f, x, expected, second]: Point): void {
  const total: Unary = (t) => cr.sum(f(t));
  const reverse = cr.grad(total) as Unary;
  for (const [name, d] of [
    ['reverse', reverse],
    ['forward', forward(f)],
  ] as const) {
    same(`${name} mode`, [number(d(x))], [expected]);
    same(`${name} mode, compiled`, [number(cr.compile(d as never as (x: number) => number)(x))], [expected]);
  }
  for (const dtype of ['f64', 'f32'] as const) {
    const one = cr.tensor([x], { dtype });
    same(`reverse mode, an array of ${dtype}`, numbers(reverse(one)), [expected]);
    const tangent = cr.jvp(f)([one as never], [cr.tensor([1], { dtype }) as never])[1];
    same(`forward mode, an array of ${dtype}`, [numbers(cr.sum(tangent as Operand))[0] ?? nan], [expected]);
  }
  if (second === undefined) return;
  same('forward over reverse', [number(forward(reverse)(x))], [second]);
  same('reverse over reverse', [number((cr.grad(reverse as never) as Unary)(x))], [second]);
  same('forward over forward', [number(forward(forward(f))(x))], [second]);
}

function checkVector([f, xs, expected, hessian]: Vector): void {
  const total: Unary = (t) => cr.sum(f(t));
  for (const dtype of ['f64', 'f32'] as const) {
    const round = (x: number): number => (dtype === 'f32' ? Math.fround(x) : x);
    const x = cr.tensor(xs, { dtype });
    const reverse = numbers((cr.grad(total) as Unary)(x));
    same(`reverse mode, ${dtype}`, reverse.map(round), expected.map(round));
    const tangents = xs.map((_, i) => {
      const direction = cr.tensor(
        xs.map((_x, k) => Number(i === k)),
        { dtype },
      );
      return cr.jvp(total)([x as never], [direction as never])[1];
    });
    same(`forward mode, ${dtype}`, tangents.map(number).map(round), expected.map(round));
  }
  if (hessian === undefined) return;
  same('hessian', numbers(cr.hessian(total)(cr.tensor(xs))), hessian.flat());
  const forwards = cr.jacobian(cr.jacobian(total, { mode: 'forward' }) as Unary, { mode: 'forward' });
  same('forward over forward', numbers(forwards(cr.tensor(xs) as never)), hessian.flat());
}

const page = readFileSync(new URL('../EDGES.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(2)
  .map((line) => line.replace('| ', '').split(' | ').slice(0, 2))
  .map((cells) => cells.map((cell) => cell.trim()).join(' | '));

describe('derivatives at the edges', () => {
  test('the page EDGES.md has a row for each of these, and no other', () => {
    expect(page).toEqual(Object.keys(rows));
  });

  test.each(Object.entries(rows))(
    '%s: both modes say what the page says',
    (_name, { points, vectors, throws, also }) => {
      for (const point of points ?? []) checkPoint(point);
      for (const vector of vectors ?? []) checkVector(vector);
      for (const [run, error] of throws ?? []) expect(run).toThrow(error);
      also?.();
      expect.hasAssertions();
    },
  );
});
