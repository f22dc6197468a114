import { ShapeError } from '../errors.ts';
import { record } from '../primitive/record.ts';
import { asList, type Batch, type Primitive } from '../program/primitive.ts';
import { broadcastShapes } from '../shape/broadcast.ts';
import { dtypes } from '../shape/dtype.ts';
import { type Shape, showShape, showType, sizeAt, sizeOf } from '../shape/shape.ts';
import type { Operand, Result, Tensor } from '../tensor/operand.ts';
import type { Traced } from '../trace/traced.ts';
import { alignDTypes } from './align.ts';
import { onArrays } from './apply.ts';
import { broadcastAlong } from './broadcast.ts';
import { mul } from './mul.ts';
import { reshape } from './reshape.ts';
import { sum, sumOver } from './sum.ts';
import { moveAxis, swapLastAxes } from './transpose.ts';
import { broadcastTo } from './views.ts';

/** Maps over an axis that only one operand has: its rows (or the columns of the other) become more. */
const batch: Batch = (operands, batched, size) => {
  const [a, b] = asList(operands as readonly Traced[]);
  if (batched[0] && batched[1]) return { results: [record(matmulPrimitive, {}, [a, b])], batched: [true] };
  const outer = (batched[0] ? b : a).shape.slice(0, -2);
  const m = sizeAt(a.shape, -2);
  const n = sizeAt(b.shape, -1);
  const k = sizeAt(b.shape, -2);
  const rank = outer.length;
  if (batched[0]) {
    // [size, outer…, m, k] → [outer…, size · m, k]
    const rows = reshape(moveAxis(a, rank + 3, 0, rank), [...outer, size * m, k]);
    const product = record(matmulPrimitive, {}, [rows, b]);
    return { results: [moveAxis(reshape(product, [...outer, size, m, n]), rank + 3, rank, 0)], batched: [true] };
  }
  // [size, outer…, k, n] → [outer…, k, size · n]
  const columns = reshape(moveAxis(b, rank + 3, 0, rank + 1), [...outer, k, size * n]);
  const product = record(matmulPrimitive, {}, [a, columns]);
  return { results: [moveAxis(reshape(product, [...outer, m, size, n]), rank + 3, rank + 1, 0)], batched: [true] };
};

/** [outer…, m, k] · [outer…, k, n] → [outer…, m, n], each element summed over k in order. */
export const matmulPrimitive: Primitive = {
  name: 'matmul',
  types: ([a, b]) => [
    {
      shape: [...a.shape.slice(0, -1), sizeAt(b.shape, -1)],
      dtype: a.dtype,
      weak: false,
    },
  ],
  derivative: {
    kind: 'bilinear',
    transposes: [
      {
        name: 'matmul with the right operand transposed',
        apply: (upstream, [, b]) => record(matmulPrimitive, {}, [upstream, swapLastAxes(b)]),
        reach: (truth, { shape }) => broadcastAlong(sumOver(truth, [-1]), [-1], [sizeAt(shape, -1)]),
      },
      {
        name: 'matmul with the left operand transposed',
        apply: (upstream, [a]) => record(matmulPrimitive, {}, [swapLastAxes(a), upstream]),
        reach: (truth, { shape }) => broadcastAlong(sumOver(truth, [-2]), [-2], [sizeAt(shape, -2)]),
      },
    ],
  },
  lowering: {
    kind: 'routine',
    routine: 'matmul',
    layout: ([a], { shape, dtype }) => {
      const outer = shape.slice(0, -2).map((_, axis) => [axis]);
      const axes = [...outer, [shape.length - 2], [shape.length - 1]];
      return { dtype, sizes: [...shape, sizeAt(a.shape, -1)], axes: [axes, axes, axes] };
    },
  },
  batch,
  evaluate: ([a, b], _params, [result]) => {
    const { round } = dtypes[result.dtype];
    const [m, n] = [sizeAt(result.shape, -2), sizeAt(result.shape, -1)];
    const k = sizeAt(a.shape, -1);
    const product: number[] = [];
    for (let block = 0; block < sizeOf(result.shape.slice(0, -2)); block++) {
      for (let i = 0; i < m; i++) {
        for (let j = 0; j < n; j++) {
          let total = 0;
          for (let l = 0; l < k; l++) {
            const term = round(
              (a.elements[(block * m + i) * k + l] as number) * (b.elements[(block * k + l) * n + j] as number),
            );
            total = l === 0 ? term : round(total + term);
          }
          product.push(total);
        }
      }
    }
    return [product];
  },
};

function mustMatch(operation: string, a: Traced, b: Traced, k: number, l: number): void {
  if (k === l) return;
  throw new ShapeError(
    `${operation}: ${showType(a.type)} and ${showType(b.type)} do not fit: expected as many columns on the left as ` +
      `rows on the right, got ${k} and ${l}`,
  );
}

function withOuter(x: Operand, outer: Shape): Operand {
  const { shape } = x as Tensor;
  return broadcastTo(x, [...outer, ...shape.slice(-2)]);
}

/**
 * The matrix product, as in NumPy: [m, k] · [k, n] → [m, n]; axes before the last two are batches, and broadcast. A list is
 * a row on the left, a column on the right, and its axis is left out of the result; of two lists it is their dot product.
 * Each element is summed over k in order, in the arithmetic of the dtype; whole numbers and truth values are taken as f64.
 * Throws a {@link ShapeError} for scalars and for sizes that do not fit.
 */
export function matmul(a: Operand, b: Operand): Tensor {
  return onArrays('matmul', [a, b], (operands, trace) => {
    const [left, right] = asList(alignDTypes(trace, 'matmul', operands, 'float'));
    if (left.shape.length === 0 || right.shape.length === 0) {
      throw new ShapeError(
        `matmul: expected arrays, got ${operands.map((one) => showType(one.type)).join(' and ')}; write mul(x, y) for numbers`,
      );
    }
    const k = sizeAt(left.shape, -1);
    mustMatch('matmul', left, right, k, sizeAt(right.shape, right.shape.length === 1 ? -1 : -2));
    if (left.shape.length === 1 && right.shape.length === 1) return sum(mul(left, right));
    const rows = left.shape.length === 1 ? reshape(left, [1, k]) : left;
    const columns = right.shape.length === 1 ? reshape(right, [k, 1]) : right;
    const outer = broadcastShapes(rows.shape.slice(0, -2), columns.shape.slice(0, -2));
    if (outer === undefined) {
      throw new ShapeError(
        `matmul: batches ${showShape(rows.shape.slice(0, -2))} and ${showShape(columns.shape.slice(0, -2))} do not broadcast`,
      );
    }
    const product = multiply(rows, columns, outer);
    const { shape } = product;
    if (left.shape.length === 1) return reshape(product, [...shape.slice(0, -2), sizeAt(shape, -1)]);
    return right.shape.length === 1 ? reshape(product, shape.slice(0, -1)) : product;
  });
}

/** A right operand without batches takes all rows of all batches at once. */
function multiply(rows: Tensor, columns: Tensor, outer: Shape): Tensor {
  const { shape } = rows;
  if (columns.shape.length === 2 && shape.length > 2) {
    const flat = reshape(rows, [sizeOf(shape.slice(0, -1)), sizeAt(shape, -1)]);
    return reshape(record(matmulPrimitive, {}, [flat, columns]), [...shape.slice(0, -1), sizeAt(columns.shape, -1)]);
  }
  return record(matmulPrimitive, {}, [withOuter(rows, outer), withOuter(columns, outer)]);
}

/**
 * The dot product, as in NumPy: Σ x·y of two lists, in the specified order of summation; the product of two numbers; for
 * other arrays the sum over the last axis of x and the last but one of y (the last of a list).
 * Throws a {@link ShapeError} for sizes that do not fit.
 */
export function dot<A extends Operand, B extends Operand>(x: A, y: B): Result<A, B> {
  if (typeof x === 'number' && typeof y === 'number') return (x * y) as unknown as Result<A, B>;
  return onArrays('dot', [x, y], (operands, trace) => {
    const [left, right] = asList(alignDTypes(trace, 'dot', operands, 'float'));
    if (left.shape.length === 0 || right.shape.length === 0) return mul(left, right);
    const k = sizeAt(left.shape, -1);
    mustMatch('dot', left, right, k, sizeAt(right.shape, right.shape.length === 1 ? -1 : -2));
    if (left.shape.length === 1 && right.shape.length === 1) return sum(mul(left, right));
    if (right.shape.length <= 2) return matmul(left, right);
    // [m…, k] · [outer…, k, n] → [m…, outer…, n]
    const rank = right.shape.length;
    const columns = reshape(moveAxis(right, rank, rank - 2, 0), [
      k,
      sizeOf(right.shape.slice(0, -2)) * sizeAt(right.shape, -1),
    ]);
    const product = matmul(left, columns);
    return reshape(product, [...left.shape.slice(0, -1), ...right.shape.slice(0, -2), sizeAt(right.shape, -1)]);
  });
}

/** All products of an element of x with one of y: shape [x.size, y.size]. Both are taken as lists. */
export function outer(x: Operand, y: Operand): Tensor {
  return onArrays('outer', [x, y], ([left, right]) => {
    return mul(reshape(left, [left.size, 1]), reshape(right, [1, right.size]));
  });
}
