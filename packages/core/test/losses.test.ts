// Losses: values, stability, shapes.

import { describe, expect, test } from 'vitest';
import {
  binaryCrossEntropy,
  compile,
  crossEntropy,
  DTypeError,
  grad,
  gradCheck,
  logSoftmax,
  mse,
  type Operand,
  oneHot,
  ShapeError,
  type Tensor,
  tensor,
  transpose,
  vmap,
} from '../src/index.ts';

const value = (x: Operand): number => (typeof x === 'number' ? x : (x as Tensor).item());
const logits = [
  [1, 2, 0.5],
  [0, -1, 3],
];

describe('bad input', () => {
  const table: readonly (readonly [string, () => unknown, new (m: string) => Error, string])[] = [
    [
      'a column beside a row',
      () => mse([[1], [2]], [1, 2]),
      ShapeError,
      'mse: expected prediction and target of one shape, got f64[2, 1] and f64[2]; reshape one of them',
    ],
    [
      'too few labels',
      () => crossEntropy(logits, [1]),
      ShapeError,
      'crossEntropy: labels of f64[1] do not fit logits of f64[2, 3]; expected class indices of shape [2], or probabilities of shape [2, 3]',
    ],
    [
      'truth values as indices',
      () => crossEntropy(logits, tensor([1, 0], { dtype: 'bool' })),
      DTypeError,
      'crossEntropy: expected class indices, got bool[2]; for two classes write binaryCrossEntropy(logits, labels)',
    ],
    [
      'an axis that is none',
      () => crossEntropy(logits, [0, 1], { axis: 2 }),
      ShapeError,
      'crossEntropy: axis 2 is not',
    ],
    [
      'labels of another shape',
      () => binaryCrossEntropy([1, 2], [1]),
      ShapeError,
      'binaryCrossEntropy: expected logits and labels of one shape, got f64[2] and f64[1]',
    ],
  ];
  test.each(table)('%s: throws a sentence that says so', (_name, run, type, message) => {
    expect(run).toThrow(type);
    expect(run).toThrow(message);
  });
});

test('mse is the mean of the squared differences over all elements', () => {
  expect(value(mse([[1, 2]], [[0, 4]]))).toBe(2.5);
  expect(mse(3, 1)).toBe(4);
  expect(value(mse([1, 3], 1))).toBe(2);
  expect(value(mse([], []))).toBeNaN();
  expect(grad((p: Operand) => mse(p, [0, 4]))([1, 2])).toEqual([1, -2]);
});

describe('crossEntropy', () => {
  const rows = logSoftmax(logits).toArray() as number[][];
  const expected = -((rows[0]?.[1] ?? 0) + (rows[1]?.[2] ?? 0)) / 2;

  test('takes class indices, and probabilities of the shape of the logits', () => {
    const labels = tensor([1, 2], { dtype: 'i32' });
    expect(value(crossEntropy(logits, labels))).toBeCloseTo(expected, 15);
    expect(value(crossEntropy(logits, [1, 2]))).toBe(value(crossEntropy(logits, labels)));
    expect(value(crossEntropy(logits, oneHot(labels, 3)))).toBeCloseTo(expected, 15);
    expect(value(crossEntropy(logits, [-2, -1]))).toBe(value(crossEntropy(logits, labels)));
    expect(value(crossEntropy(logits, [1, 3]))).toBeNaN();
  });

  test('finds the classes along another axis, and takes one example without a batch', () => {
    expect(value(crossEntropy(transpose(logits), [1, 2], { axis: 0 }))).toBeCloseTo(expected, 15);
    expect(value(crossEntropy(logits[0] ?? [], 1))).toBeCloseTo(-(rows[0]?.[1] ?? 0), 15);
  });

  test('neither overflows nor turns impossible classes into NaN', () => {
    expect(value(crossEntropy([[1000, 0]], [1]))).toBe(1000);
    expect(value(crossEntropy([[Number.NEGATIVE_INFINITY, 0]], [[0, 1]]))).toBe(0);
    expect(grad((x: Operand) => crossEntropy(x, [[0, 1]]))([[Number.NEGATIVE_INFINITY, 0]])).toEqual([[0, 0]]);
  });

  test('has the gradient (softmax − label) / batch', () => {
    expect(gradCheck((x: Operand) => crossEntropy(x, [1, 2]))(logits).ok).toBe(true);
    const probabilities = [
      [0.2, 0.3, 0.5],
      [0, 1, 0],
    ];
    expect(
      gradCheck((x: Operand, y: Operand) => crossEntropy(x, y), { argnums: [0, 1] })(logits, probabilities).ok,
    ).toBe(true);
  });

  test('is the same compiled and mapped', () => {
    const f = (x: Operand, label: Operand): Operand => crossEntropy(x, label);
    expect(value(compile(f)(logits, [1, 2]))).toBe(value(f(logits, [1, 2])));
    const each = vmap(f)(logits, tensor([1, 2], { dtype: 'i32' })).toArray() as number[];
    expect(each[0]).toBeCloseTo(-(rows[0]?.[1] ?? 0), 15);
  });
});

test('binaryCrossEntropy is the cross entropy of two classes, and stays finite', () => {
  const loss = (l: number, p: number): number =>
    -p * Math.log(1 / (1 + Math.exp(-l))) - (1 - p) * Math.log(1 - 1 / (1 + Math.exp(-l)));
  expect(value(binaryCrossEntropy([1, -2], [0.25, 1]))).toBeCloseTo((loss(1, 0.25) + loss(-2, 1)) / 2, 14);
  expect(value(binaryCrossEntropy([1, -2], tensor([1, 0], { dtype: 'bool' })))).toBeCloseTo(
    (loss(1, 1) + loss(-2, 0)) / 2,
    14,
  );
  expect(binaryCrossEntropy(1000, 0)).toBe(1000);
  expect(binaryCrossEntropy(-1000, 0)).toBe(0);
  expect(gradCheck((x: Operand) => binaryCrossEntropy(x, [0.25, 1]))([1, -2]).ok).toBe(true);
});
