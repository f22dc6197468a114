// Bad input to functions of arrays: each a sentence with what was expected, what came, and what to write instead.

import { expect, test } from 'vitest';
import {
  ArgumentError,
  all,
  any,
  argmax,
  argmin,
  astype,
  concatenate,
  crossEntropy,
  cumsum,
  DTypeError,
  grad,
  matmul,
  mean,
  mse,
  norm,
  type Operand,
  pad,
  random,
  reshape,
  ShapeError,
  scatterAdd,
  slice,
  sort,
  split,
  squeeze,
  stack,
  sum,
  takeAlongAxis,
  tensor,
  transpose,
  where,
  zeros,
} from '../src/index.ts';

const untyped = <T>(value: unknown): T => value as T;

type Row = readonly [name: string, run: () => unknown, type: new (message: string) => Error, message: string];

const rows: readonly Row[] = [
  ['stack of nothing', () => stack([]), ArgumentError, 'stack: expected at least one array, got none'],
  [
    'stack of different shapes',
    () =>
      stack([
        [1, 2],
        [1, 2, 3],
      ]),
    ShapeError,
    'stack: expected arrays of one shape, got f64[2], f64[3]',
  ],
  [
    'concatenate of nothing',
    () => concatenate([]),
    ArgumentError,
    'concatenate: expected at least one array, got none',
  ],
  [
    'concatenate of arrays that differ beside the axis',
    () => concatenate([[[1, 2]], [[1, 2, 3]]]),
    ShapeError,
    'concatenate: f64[1, 2] and f64[1, 3] differ beside axis 0; expected shapes like [1, 2]',
  ],
  [
    'a norm there is not',
    () => norm([1, 2], { ord: untyped(3) }),
    ArgumentError,
    'norm: expected ord 1, 2 or Infinity, got 3',
  ],
  ['argmax of nothing', () => argmax(zeros([0])), ShapeError, 'argmax: there is nothing to choose from in shape [0]'],
  [
    'argmin of nothing',
    () => argmin(zeros([2, 0]), { axis: 1 }),
    ShapeError,
    'argmin: there is nothing to choose from',
  ],
  [
    'a dtype there is not',
    () => astype([1], untyped('f16')),
    DTypeError,
    'astype: expected dtype f64, f32, i32, bool, got "f16"',
  ],
  [
    'an axis of a single number',
    () => sum(3, { axis: 0 }),
    ShapeError,
    'sum: axis 0 is not an axis of shape []; a single number has none',
  ],
  [
    'an axis too far',
    () => sum([3], { axis: 2 }),
    ShapeError,
    'sum: axis 2 is not an axis of shape [1]; expected one from -1 to 0',
  ],
  ['an axis named twice', () => sum([[3]], { axis: [0, -2] }), ShapeError, 'sum: axis -2 is named twice in [0, -2]'],
  [
    'an axis that truth values lack',
    () => any([true], { axis: 3 }),
    ShapeError,
    'any: axis 3 is not an axis of shape [1]; expected one from -1 to 0',
  ],
  [
    'an axis that truth values lack, all',
    () => all([true], { axis: -2 }),
    ShapeError,
    'all: axis -2 is not an axis of shape [1]; expected one from -1 to 0',
  ],
  ['an axis of mean', () => mean([3], { axis: 2 }), ShapeError, 'axis 2 is not an axis of shape [1]'],
  ['an axis of cumsum', () => cumsum([3], { axis: 1 }), ShapeError, 'cumsum: axis 1 is not an axis of shape [1]'],
  ['an axis of sort', () => sort([3], { axis: 1 }), ShapeError, 'axis 1 is not an axis of shape [1]'],
  [
    'matmul with a number',
    () => matmul(2, [1]),
    ShapeError,
    'matmul: expected arrays, got f64 and f64[1]; write mul(x, y) for numbers',
  ],
  [
    'matmul of matrices that do not fit',
    () => matmul([[1, 2]], [[1, 2]]),
    ShapeError,
    'matmul: f64[1, 2] and f64[1, 2] do not fit: expected as many columns on the left as rows on the right, got 2 and 1',
  ],
  [
    'matmul of batches that do not broadcast',
    () => matmul(zeros([2, 1, 1]), zeros([3, 1, 1])),
    ShapeError,
    'matmul: batches [2] and [3] do not broadcast',
  ],
  [
    'pad with too many pairs',
    () =>
      pad(
        [1],
        [
          [1, 1],
          [1, 1],
        ],
      ),
    ShapeError,
    'pad: expected 1 pairs for shape [1], got 2',
  ],
  [
    'pad by less than nothing',
    () => pad([1], [[-1, 0]]),
    ArgumentError,
    'pad: expected whole numbers, none negative, got [-1, 0]; slice(x, …) cuts off',
  ],
  [
    'reshape to another size',
    () => reshape([1, 2, 3], [2, 2]),
    ShapeError,
    'reshape: shape [3] has 3 elements; shape [2, 2] does not hold as many',
  ],
  [
    'slice from half an index',
    () => slice([1, 2], [0.5], [2]),
    ArgumentError,
    'slice: expected whole numbers for starts, got 0.5',
  ],
  [
    'slice with more ends than starts',
    () => slice([1, 2], [0], [1, 2]),
    ArgumentError,
    'slice: expected lists of one length, got 1 starts, 2 ends',
  ],
  [
    'slice with more steps than starts',
    () => slice([1, 2], [0], [1], [1, 1]),
    ArgumentError,
    'slice: expected lists of one length, got 1 starts, 1 ends, 2 steps',
  ],
  [
    'slice along too many axes',
    () => slice([1, 2], [0, 0], [1, 1]),
    ShapeError,
    'slice: shape [2] has 1 axes, got 2 starts',
  ],
  [
    'slice backwards',
    () => slice([1, 2], [0], [1], [-1]),
    ArgumentError,
    'slice: expected steps of at least 1, got -1; write flip(x) to reverse',
  ],
  [
    'takeAlongAxis with indices of another rank',
    () => takeAlongAxis([[1]], [0], 0),
    ShapeError,
    'takeAlongAxis: expected indices with 2 axes for f64[1, 1], got f64[1]',
  ],
  [
    'scatterAdd to a number',
    () => scatterAdd(1, [0], [1]),
    ShapeError,
    'scatterAdd: expected an array to add to, got one number',
  ],
  [
    'transpose with an axis twice',
    () => transpose([[1]], [0, 0]),
    ShapeError,
    'transpose: expected each axis of [1, 1] once, got [0, 0]',
  ],
  [
    'squeeze of an axis that is not 1',
    () => squeeze([1, 2], 0),
    ShapeError,
    'squeeze: axis -1 of [2] has size 2, expected 1',
  ],
  [
    'split into parts that do not go up',
    () => split([1, 2, 3], 2),
    ArgumentError,
    'split: axis 0 of [3] has size 3, which is no multiple of 2 parts; give the places where parts begin',
  ],
  [
    'foldIn of an array',
    () => random.foldIn(random.key(1), untyped<number>([1, 2])),
    ShapeError,
    'random.foldIn: expected one number to fold in, got f64[2]',
  ],
  [
    'tensor of a row where a number was',
    () => tensor(untyped<number[]>([1, [2]])),
    ShapeError,
    'ragged array; expected a number at tensor: data[1], as in the rows before it, got a row of 1',
  ],
  [
    'tensor of a number where a row was',
    () => tensor(untyped([[1], 2])),
    ShapeError,
    'ragged array; expected a row of 1 at tensor: data[1], as in the rows before it, got 2',
  ],
  [
    'tensor of something else',
    () => tensor(untyped([1, undefined])),
    ArgumentError,
    'tensor: data: expected one array of numbers, got an array that holds other things too',
  ],
  [
    'tensor of a traced value',
    () => grad((x: Operand) => sum(tensor(untyped<number>(x)) as Operand))([1]),
    ArgumentError,
    'tensor: expected known numbers, got a traced value; inside a traced function use it as it is',
  ],
  [
    'item of an array',
    () => tensor([1, 2]).item(),
    ShapeError,
    'item() reads the element of a tensor of size 1; this one has shape [2]. Write toArray()',
  ],
  [
    'the parts of a number',
    () => [...tensor(3)],
    ShapeError,
    'a scalar tensor has no parts to iterate over; write item()',
  ],
  [
    'where with numbers for a condition',
    () => where(untyped<boolean[]>([1, 2]), [1], [2, 3, 4]),
    ShapeError,
    'do not broadcast',
  ],
  [
    'mse of different shapes',
    () => mse([1, 2], [1, 2, 3]),
    ShapeError,
    'mse: expected prediction and target of one shape, got f64[2] and f64[3]; reshape one of them',
  ],
  [
    'labels that do not fit logits',
    () => crossEntropy([[1, 2]], [1, 2, 3]),
    ShapeError,
    'crossEntropy: labels of f64[3] do not fit logits of f64[1, 2]; expected class indices of shape [1], or probabilities of shape [1, 2]',
  ],
];

test.each(rows)('%s: throws a sentence that says so', (_name, run, type, message) => {
  expect(run).toThrow(type);
  expect(run).toThrow(message);
});

test('a tensor shows its dtype, its shape, and its first and last elements', () => {
  expect(String(tensor(3))).toBe('Tensor f64 3');
  expect(String(tensor([true, false]))).toBe('Tensor bool[2] [true, false]');
  expect(String(tensor([-0, Number.NaN]))).toBe('Tensor f64[2] [-0, NaN]');
  expect(String(zeros([2, 0]))).toBe('Tensor f64[2, 0] [[], []]');
  expect(String(tensor(Float32Array.from({ length: 100 }, (_, i) => i)))).toBe(
    'Tensor f32[100] [0, 1, 2, …, 97, 98, 99]',
  );
});
