// The matrix product: which of the ways to compute it fits the sizes and strides. All give the same bits: each element is
// summed over k in order, each operation rounded once.

import { directProduct } from './matmul/direct';
import { lanes } from './matmul/operand';
import { packedBytes, packedProduct } from './matmul/packed';
import { scalarProduct } from './matmul/scalar';
import { own, row } from './own';

/** From so many multiplications on, packing the operands is worth it. */
const LARGE: u64 = 32768;

function isLarge(width: usize, rows: usize, columns: usize, depth: usize): bool {
  return rows >= 8 && columns >= 32 / width && <u64>rows * columns * depth >= LARGE;
}

/** Bytes of b up to which its rows stay in the nearest cache, so that it needs no packing. */
const NEAR: u64 = 16384;

export function matmulBytes(width: usize, rows: usize, columns: usize, depth: usize): usize {
  return isLarge(width, rows, columns, depth) ? packedBytes(width, rows, columns, depth) : 0;
}

function zeros<T>(rows: usize, columns: usize, c: usize, cRow: usize, cColumn: usize): void {
  for (let m: usize = 0; m < rows; m++)
    for (let n: usize = 0; n < columns; n++) store<T>(c + m * cRow + n * cColumn, 0);
}

function product<T>(
  frame: usize,
  rows: usize,
  columns: usize,
  depth: usize,
  a: usize,
  aRow: usize,
  aDepth: usize,
  b: usize,
  bDepth: usize,
  bColumn: usize,
  c: usize,
  cRow: usize,
  cColumn: usize,
): void {
  const areColumnsBeside = bColumn == sizeof<T>();
  const isNear = areColumnsBeside && <u64>depth * columns * sizeof<T>() <= NEAR;
  if (!isNear && isLarge(sizeof<T>(), rows, columns, depth)) {
    packedProduct<T>(row(frame, 3), rows, columns, depth, a, aRow, aDepth, b, bDepth, bColumn, c, cRow, cColumn);
  } else if (areColumnsBeside && columns >= lanes<T>()) {
    directProduct<T>(rows, columns, depth, a, aRow, aDepth, b, bDepth, c, cRow, cColumn);
  } else if (aRow == sizeof<T>() && rows >= lanes<T>()) {
    // The transposed product, whose columns are beside each other.
    directProduct<T>(columns, rows, depth, b, bColumn, bDepth, a, aDepth, c, cColumn, cRow);
  } else if (columns >= rows) {
    scalarProduct<T>(rows, columns, depth, a, aRow, aDepth, b, bDepth, bColumn, c, cRow, cColumn);
  } else {
    scalarProduct<T>(columns, rows, depth, b, bColumn, bDepth, a, aDepth, aRow, c, cColumn, cRow);
  }
}

/** c(m, n) = Σₖ a(m, k) · b(k, n), +0 for no k at all. */
export function matmul<T>(frame: usize): void {
  const rows = own(frame, 0);
  const columns = own(frame, 1);
  const depth = own(frame, 2);
  const c = row(frame, 2);
  const cRow = own(frame, 7);
  const cColumn = own(frame, 8);
  if (depth == 0) return zeros<T>(rows, columns, c, cRow, cColumn);
  product<T>(
    frame,
    rows,
    columns,
    depth,
    row(frame, 0),
    own(frame, 3),
    own(frame, 4),
    row(frame, 1),
    own(frame, 5),
    own(frame, 6),
    c,
    cRow,
    cColumn,
  );
}
