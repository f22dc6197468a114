// Reading rows of an array by their indices, and its transpose: adding to rows by their indices.

import { record } from '../primitive/record.ts';
import { number } from '../program/params.ts';
import type { Dense, Params, Primitive } from '../program/primitive.ts';
import { type DType, dtypes } from '../shape/dtype.ts';
import { type Shape, sizeOf } from '../shape/shape.ts';
import type { Operand } from '../tensor/operand.ts';
import type { Traced } from '../trace/traced.ts';
import { broadcastAlong } from './broadcast.ts';
import { greaterEqual, less } from './compare.ts';
import { logicalAnd } from './logic.ts';
import { where } from './where.ts';
import { zerosLikeType } from './zeros.ts';

/**
 * The axes of an array [outer…, n, row…] whose rows are read by indices [outer…, index…]: `params.row` and `params.index`
 * count the axes of a row and of the indices.
 */
interface Rows {
  readonly outer: Shape;
  readonly n: number;
  readonly row: Shape;
  readonly index: Shape;
}

function rowsOf(x: Shape, indices: Shape, params: Params): Rows {
  const first = x.length - number(params, 'row') - 1;
  return {
    outer: x.slice(0, first),
    n: x[first] as number,
    row: x.slice(first + 1),
    index: indices.slice(indices.length - number(params, 'index')),
  };
}

/** Where row `index` of block `block` begins, or undefined for a row that is not there. */
function rowStart(block: number, index: number, n: number, width: number): number | undefined {
  const at = index < 0 ? index + n : index;
  return at >= 0 && at < n ? (block * n + at) * width : undefined;
}

function axesFrom(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => first + i);
}

/** The axes of the three arrays, as the routines name them. */
function layoutOf({ outer, n, row, index }: Rows, dtype: DType) {
  const blocks = axesFrom(0, outer.length).map((axis) => [axis]);
  const x = [...blocks, [outer.length], axesFrom(outer.length + 1, row.length)];
  const indices = [...blocks, axesFrom(outer.length, index.length)];
  const rows = [...blocks, axesFrom(outer.length, index.length), axesFrom(outer.length + index.length, row.length)];
  return { dtype, sizes: [...outer, sizeOf(index), n, sizeOf(row)], x, indices, rows };
}

/** x [outer…, n, row…] and i32 indices [outer…, index…] → [outer…, index…, row…]; NaN (or 0) for a row that is not there. */
export const gatherPrimitive: Primitive = {
  name: 'gather',
  types: ([x, indices], params) => {
    const { outer, row, index } = rowsOf(x.shape, indices.shape, params);
    return [{ shape: [...outer, ...index, ...row], dtype: x.dtype, weak: false }];
  },
  derivative: {
    kind: 'linear',
    transposes: [
      {
        name: 'add to the rows read',
        apply: (upstream, [, indices = 0], params, operand) =>
          record(scatterAddPrimitive, params, [zerosLikeType(upstream, operand), indices, upstream]),
      },
      undefined,
    ],
  },
  lowering: {
    kind: 'routine',
    routine: 'gather',
    layout: ([x, indices], _result, params) => {
      const rows = rowsOf(x.shape, indices.shape, params);
      const layout = layoutOf(rows, x.dtype);
      return { dtype: layout.dtype, sizes: layout.sizes, axes: [layout.x, layout.indices, layout.rows] };
    },
  },
  evaluate: ([x, indices], params, [result]) => {
    const { outer, n, row, index } = rowsOf(x.shape, indices.shape, params);
    const width = sizeOf(row);
    const count = sizeOf(index);
    const nothing = result.dtype === 'f64' || result.dtype === 'f32' ? Number.NaN : 0;
    const read: number[] = [];
    for (let block = 0; block < sizeOf(outer); block++) {
      for (let i = 0; i < count; i++) {
        const start = rowStart(block, indices.elements[block * count + i] as number, n, width);
        for (let r = 0; r < width; r++) {
          read.push(start === undefined ? nothing : (x.elements[start + r] as number));
        }
      }
    }
    return [read];
  },
};

function scatter(x: Dense, indices: Dense, updates: Dense, params: Params, dtype: DType): number[] {
  const { outer, n, row, index } = rowsOf(x.shape, indices.shape, params);
  const width = sizeOf(row);
  const count = sizeOf(index);
  const plus = (a: number, b: number): number => (dtype === 'i32' ? (a + b) | 0 : dtypes[dtype].round(a + b));
  const sums = [...x.elements];
  for (let block = 0; block < sizeOf(outer); block++) {
    for (let i = 0; i < count; i++) {
      const start = rowStart(block, indices.elements[block * count + i] as number, n, width);
      if (start === undefined) continue;
      for (let r = 0; r < width; r++) {
        const update = updates.elements[(block * count + i) * width + r] as number;
        sums[start + r] = plus(sums[start + r] as number, update);
      }
    }
  }
  return sums;
}

/** For each element of the rows that indices name, whether x has that row. */
function rowExists(x: Traced, indices: Traced, params: Params): Operand {
  const { n, row } = rowsOf(x.shape, indices.shape, params);
  const inside = logicalAnd(greaterEqual(indices as Operand, -n), less(indices as Operand, n)) as Operand;
  return row.length === 0 ? inside : broadcastAlong(inside, axesFrom(-row.length, row.length), row);
}

/** x [outer…, n, row…], i32 indices [outer…, index…] and updates [outer…, index…, row…] → x with each update added to its row, in order. */
export const scatterAddPrimitive: Primitive = {
  name: 'scatterAdd',
  types: ([x]) => [{ shape: x.shape, dtype: x.dtype, weak: false }],
  derivative: {
    kind: 'linear',
    transposes: [
      { name: 'as it is', apply: (upstream) => upstream },
      undefined,
      {
        name: 'the rows added to',
        // Nothing comes back to an update that was dropped, where the gather would give NaN.
        apply: (upstream, [x, indices = 0], params) =>
          where(
            rowExists(x as Traced, indices as Traced, params),
            record(gatherPrimitive, params, [upstream, indices]),
            0,
          ),
      },
    ],
  },
  lowering: {
    kind: 'routine',
    routine: 'scatterAdd',
    layout: ([x, indices], _result, params) => {
      const rows = rowsOf(x.shape, indices.shape, params);
      const layout = layoutOf(rows, x.dtype);
      return { dtype: layout.dtype, sizes: layout.sizes, axes: [layout.x, layout.indices, layout.rows, layout.x] };
    },
  },
  evaluate: ([x, indices, updates], params, [result]) =>
    x === undefined || indices === undefined || updates === undefined
      ? []
      : [scatter(x, indices, updates, params, result.dtype)],
};
