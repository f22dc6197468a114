// Functions of arrays: shapes, domain, and how smooth they are. Their derivatives are held against differences.

import type { Operand, Tensor } from '../../src/index.ts';
import * as cr from '../../src/index.ts';

export interface ArrayRow {
  readonly of: string;
  /** What is special about this row. */
  readonly note?: string;
  readonly shape: readonly number[];
  readonly f: (x: Operand) => Operand;
  readonly domain?: readonly [number, number];
  /** Orders of derivatives that exist inside of the domain's pieces. Default: 3. */
  readonly order?: 2 | 3;
}

/** A function of two arrays that are both part of one list of numbers. */
const two =
  (f: (a: Operand, b: Operand) => Operand, left: readonly number[], right: readonly number[]) =>
  (x: Operand): Operand => {
    const size = left.reduce((product, n) => product * n, 1);
    const end = size + right.reduce((product, n) => product * n, 1);
    return f(cr.reshape(cr.slice(x, [0], [size]), left), cr.reshape(cr.slice(x, [size], [end]), right));
  };

const labels = [0.2, 0.8, 0, 1, 0.5, 0.5];

export const arrays: readonly ArrayRow[] = [
  { of: 'sum', shape: [2, 3], f: (x) => cr.sum(cr.sin(x), { axis: 0 }) },
  { of: 'mean', shape: [2, 3], f: (x) => cr.mean(cr.sin(x), { axis: -1, keepDims: true }) },
  { of: 'variance', shape: [2, 3], f: (x) => cr.variance(x, { axis: 1, ddof: 1 }) },
  { of: 'variance', note: 'all axes', shape: [2, 3], f: (x) => cr.variance(x) },
  { of: 'std', shape: [2, 3], f: (x) => cr.std(x, { axis: 1 }) },
  { of: 'norm', shape: [2, 3], f: (x) => cr.norm(x, { axis: 1 }) },
  { of: 'norm', note: 'of order 1', shape: [2, 3], f: (x) => cr.norm(cr.sin(x), { ord: 1, axis: 0 }), order: 2 },
  {
    of: 'norm',
    note: 'of order ∞',
    shape: [5],
    f: (x) => cr.norm(cr.sin(x), { ord: Number.POSITIVE_INFINITY }),
    order: 2,
  },
  { of: 'prod', shape: [2, 3], f: (x) => cr.prod(x, { axis: 1 }) },
  { of: 'prod', note: 'of an odd number of factors', shape: [7], f: (x) => cr.prod(x) },
  { of: 'max', shape: [2, 3], f: (x) => cr.max(cr.sin(x), { axis: 1 }), order: 2 },
  { of: 'min', shape: [2, 3], f: (x) => cr.min(cr.sin(x), { axis: 0 }), order: 2 },
  { of: 'logSumExp', shape: [2, 3], f: (x) => cr.logSumExp(x, { axis: 1 }) },
  { of: 'softmax', shape: [2, 3], f: (x) => cr.softmax(x) },
  { of: 'logSoftmax', shape: [2, 3], f: (x) => cr.logSoftmax(x, { axis: 0 }) },
  { of: 'reshape', shape: [2, 3], f: (x) => cr.sin(cr.reshape(x, [3, -1])) },
  { of: 'transpose', shape: [2, 3], f: (x) => cr.mul(cr.transpose(x), cr.reshape(cr.sin(x), [3, 2])) },
  { of: 'broadcastTo', shape: [2, 1], f: (x) => cr.sin(cr.broadcastTo(x, [2, 2, 3])) },
  { of: 'expandDims', shape: [3], f: (x) => cr.mul(cr.expandDims(x, 0), cr.expandDims(cr.exp(x), 1)) },
  { of: 'squeeze', shape: [1, 3, 1], f: (x) => cr.sin(cr.squeeze(x, 0)) },
  { of: 'flip', shape: [2, 3], f: (x) => cr.mul(cr.flip(x, { axis: 1 }), cr.sin(x)) },
  { of: 'split', shape: [6], f: (x) => cr.split(x, [1, 3]).reduce<Operand>((y, part) => cr.add(y, cr.prod(part)), 0) },
  { of: 'slice', shape: [3, 4], f: (x) => cr.sin(cr.slice(x, [0, 1], [3, 4], [2, 2])) },
  { of: 'pad', shape: [2, 2], f: (x) => cr.mul(cr.pad(cr.sin(x), [1, 0]), cr.pad(x, [0, 1])) },
  { of: 'concatenate', shape: [2, 2], f: (x) => cr.sin(cr.concatenate([x, cr.square(x), cr.flip(x)], { axis: 1 })) },
  { of: 'stack', shape: [3], f: (x) => cr.prod(cr.stack([x, cr.sin(x)], { axis: 1 }), { axis: 1 }) },
  { of: 'astype', shape: [3], f: (x) => cr.sin(cr.astype(x, 'f64')) },
  { of: 'take', shape: [3, 2], f: (x) => cr.sin(cr.take(x, [2, 0, -1, 2], { axis: 0 })) },
  { of: 'takeAlongAxis', shape: [2, 3], f: (x) => cr.sin(cr.takeAlongAxis(x, [[2], [0]], 1)) },
  { of: 'scatterAdd', shape: [7], f: two((a, b) => cr.sin(cr.scatterAdd(a, [1, 1, 0, -1], b)), [3], [4]) },
  { of: 'cumsum', shape: [2, 3], f: (x) => cr.sin(cr.cumsum(x, { axis: 1 })) },
  { of: 'sort', shape: [2, 3], f: (x) => cr.mul(cr.sort(cr.sin(x)), [1, 2, 4]), order: 2 },
  { of: 'matmul', shape: [12], f: two((a, b) => cr.matmul(a, b), [2, 3], [3, 2]) },
  { of: 'matmul', note: 'of batches', shape: [16], f: two((a, b) => cr.sin(cr.matmul(a, b)), [2, 2, 2], [2, 2, 2]) },
  { of: 'matmul', note: 'by a vector', shape: [9], f: two((a, b) => cr.tanh(cr.matmul(a, b)), [2, 3], [3]) },
  { of: 'dot', shape: [6], f: two((a, b) => cr.sin(cr.dot(a, b)), [3], [3]) },
  { of: 'outer', shape: [5], f: two((a, b) => cr.sin(cr.outer(a, b)), [2], [3]) },
  { of: 'mse', shape: [6], f: two((a, b) => cr.mse(cr.sin(a), b), [3], [3]) },
  { of: 'crossEntropy', shape: [2, 3], f: (x) => cr.crossEntropy(x, [2, 0]) },
  {
    of: 'crossEntropy',
    note: 'from probabilities',
    shape: [12],
    f: two((a, b) => cr.crossEntropy(a, cr.softmax(b)), [2, 3], [2, 3]),
  },
  {
    of: 'binaryCrossEntropy',
    shape: [6],
    f: (x) => cr.binaryCrossEntropy(x, labels),
  },
  {
    of: 'scan',
    shape: [5],
    f: (x) => {
      const [carry, ys] = cr.scan(
        (h: Operand, t: Operand) => {
          const next: Operand = cr.tanh(cr.add(cr.mul(h, t), 0.3));
          return [next, cr.mul(next, t) as Operand] as const;
        },
        0.5 as Operand,
        x as Tensor,
      ) as unknown as [Operand, Operand];
      return cr.add(ys, carry);
    },
  },
  {
    of: 'scan',
    note: 'from the end, with a value from outside',
    shape: [5],
    f: (x) => {
      const whole = cr.sum(cr.sin(x));
      const step = (h: Operand, t: Operand) => [cr.sin(cr.add(cr.mul(h, whole), t)) as Operand, h] as const;
      return (cr.scan(step, 0.5 as Operand, x as Tensor, { reverse: true }) as unknown as [Operand, Operand])[1];
    },
  },
  {
    of: 'customGradient',
    shape: [3],
    f: (x) =>
      cr.customGradient(
        (t: Operand): Operand => cr.mul(cr.sin(t), t),
        (upstream: Operand, _value: Operand, t: Operand) => [cr.mul(upstream, cr.add(cr.mul(cr.cos(t), t), cr.sin(t)))],
      )(x),
  },
  { of: 'zerosLike', shape: [3], f: (x) => cr.add(cr.zerosLike(x), cr.sin(x)) },
  { of: 'onesLike', shape: [3], f: (x) => cr.mul(cr.onesLike(x), cr.sin(x)) },
  { of: 'full', shape: [2], f: (x) => cr.sin(cr.full([3, 2], x)) },
  { of: 'vmap', shape: [3, 2], f: (x) => cr.vmap((row: Operand) => cr.prod(cr.sin(row)))(x) as Operand },
  { of: 'grad', shape: [3], f: (x) => cr.grad((t: Operand) => cr.sum(cr.mul(cr.sin(t), t)))(x as Tensor) as Operand },
  {
    of: 'valueAndGrad',
    shape: [3],
    f: (x) => {
      const [value, slope] = cr.valueAndGrad((t: Operand) => cr.prod(cr.sin(t)))(x as Tensor);
      return cr.mul(slope, value);
    },
  },
  {
    of: 'jvp',
    shape: [3],
    f: (x) => cr.jvp((t: Operand) => cr.sin(t))([x as Tensor], [cr.square(x) as Tensor])[1] as Operand,
  },
  {
    of: 'vjp',
    shape: [3],
    f: (x) =>
      (cr.vjp((t: Operand) => cr.sin(t))([x as Tensor], cr.square(x) as Tensor)[1] as readonly Operand[])[0] as Operand,
  },
  {
    of: 'jacobian',
    shape: [2],
    f: (x) => cr.jacobian((t: Operand) => cr.outer(cr.sin(t), t) as Operand)(x as Tensor) as Operand,
  },
  { of: 'hessian', shape: [2], f: (x) => cr.hessian((t: Operand) => cr.prod(cr.sin(t)))(x as Tensor) as Operand },
  {
    of: 'hvp',
    shape: [2],
    f: (x) => cr.hvp((t: Operand) => cr.prod(cr.sin(t)))(x as Tensor, cr.exp(x) as Tensor) as Operand,
  },
];
