// Products in registers straight from the operands, where the columns of b lie beside each other. What is left over at
// the right is computed again with the columns before it, what is missing below repeats a row.

import { lanes, storeColumns } from './operand';

/** Up to four rows by two registers of columns. */
function wide<T>(
  rows: usize,
  depth: usize,
  a: usize,
  aRow: usize,
  aDepth: usize,
  b: usize,
  bDepth: usize,
  c: usize,
  cRow: usize,
  cColumn: usize,
): void {
  const one: usize = rows > 1 ? 1 : 0;
  const two: usize = rows > 2 ? 2 : 0;
  const three: usize = rows > 3 ? 3 : 0;
  const a1 = one * aRow,
    a2 = two * aRow,
    a3 = three * aRow;
  const zero = v128.splat<T>(<T>-0.0);
  let s00 = zero,
    s01 = zero,
    s10 = zero,
    s11 = zero,
    s20 = zero,
    s21 = zero,
    s30 = zero,
    s31 = zero;
  for (let k: usize = 0; k < depth; k++, a += aDepth, b += bDepth) {
    const y0 = v128.load(b);
    const y1 = v128.load(b, 16);
    let x = v128.load_splat<T>(a);
    s00 = v128.add<T>(s00, v128.mul<T>(x, y0));
    s01 = v128.add<T>(s01, v128.mul<T>(x, y1));
    x = v128.load_splat<T>(a + a1);
    s10 = v128.add<T>(s10, v128.mul<T>(x, y0));
    s11 = v128.add<T>(s11, v128.mul<T>(x, y1));
    x = v128.load_splat<T>(a + a2);
    s20 = v128.add<T>(s20, v128.mul<T>(x, y0));
    s21 = v128.add<T>(s21, v128.mul<T>(x, y1));
    x = v128.load_splat<T>(a + a3);
    s30 = v128.add<T>(s30, v128.mul<T>(x, y0));
    s31 = v128.add<T>(s31, v128.mul<T>(x, y1));
  }
  const next = lanes<T>() * cColumn;
  storeColumns<T>(c, cColumn, s00);
  storeColumns<T>(c + next, cColumn, s01);
  storeColumns<T>(c + one * cRow, cColumn, s10);
  storeColumns<T>(c + one * cRow + next, cColumn, s11);
  storeColumns<T>(c + two * cRow, cColumn, s20);
  storeColumns<T>(c + two * cRow + next, cColumn, s21);
  storeColumns<T>(c + three * cRow, cColumn, s30);
  storeColumns<T>(c + three * cRow + next, cColumn, s31);
}

/** Up to four rows by one register of columns. */
function narrow<T>(
  rows: usize,
  depth: usize,
  a: usize,
  aRow: usize,
  aDepth: usize,
  b: usize,
  bDepth: usize,
  c: usize,
  cRow: usize,
  cColumn: usize,
): void {
  const one: usize = rows > 1 ? 1 : 0;
  const two: usize = rows > 2 ? 2 : 0;
  const three: usize = rows > 3 ? 3 : 0;
  const a1 = one * aRow,
    a2 = two * aRow,
    a3 = three * aRow;
  const zero = v128.splat<T>(<T>-0.0);
  let s0 = zero,
    s1 = zero,
    s2 = zero,
    s3 = zero;
  for (let k: usize = 0; k < depth; k++, a += aDepth, b += bDepth) {
    const y = v128.load(b);
    s0 = v128.add<T>(s0, v128.mul<T>(v128.load_splat<T>(a), y));
    s1 = v128.add<T>(s1, v128.mul<T>(v128.load_splat<T>(a + a1), y));
    s2 = v128.add<T>(s2, v128.mul<T>(v128.load_splat<T>(a + a2), y));
    s3 = v128.add<T>(s3, v128.mul<T>(v128.load_splat<T>(a + a3), y));
  }
  storeColumns<T>(c, cColumn, s0);
  storeColumns<T>(c + one * cRow, cColumn, s1);
  storeColumns<T>(c + two * cRow, cColumn, s2);
  storeColumns<T>(c + three * cRow, cColumn, s3);
}

/** One row by eight registers of columns. */
function long<T>(depth: usize, a: usize, aDepth: usize, b: usize, bDepth: usize, c: usize, cColumn: usize): void {
  const zero = v128.splat<T>(<T>-0.0);
  let s0 = zero,
    s1 = zero,
    s2 = zero,
    s3 = zero,
    s4 = zero,
    s5 = zero,
    s6 = zero,
    s7 = zero;
  for (let k: usize = 0; k < depth; k++, a += aDepth, b += bDepth) {
    const x = v128.load_splat<T>(a);
    s0 = v128.add<T>(s0, v128.mul<T>(x, v128.load(b)));
    s1 = v128.add<T>(s1, v128.mul<T>(x, v128.load(b, 16)));
    s2 = v128.add<T>(s2, v128.mul<T>(x, v128.load(b, 32)));
    s3 = v128.add<T>(s3, v128.mul<T>(x, v128.load(b, 48)));
    s4 = v128.add<T>(s4, v128.mul<T>(x, v128.load(b, 64)));
    s5 = v128.add<T>(s5, v128.mul<T>(x, v128.load(b, 80)));
    s6 = v128.add<T>(s6, v128.mul<T>(x, v128.load(b, 96)));
    s7 = v128.add<T>(s7, v128.mul<T>(x, v128.load(b, 112)));
  }
  const next = lanes<T>() * cColumn;
  storeColumns<T>(c, cColumn, s0);
  storeColumns<T>(c + next, cColumn, s1);
  storeColumns<T>(c + 2 * next, cColumn, s2);
  storeColumns<T>(c + 3 * next, cColumn, s3);
  storeColumns<T>(c + 4 * next, cColumn, s4);
  storeColumns<T>(c + 5 * next, cColumn, s5);
  storeColumns<T>(c + 6 * next, cColumn, s6);
  storeColumns<T>(c + 7 * next, cColumn, s7);
}

/** c = a · b for at least a register of columns, which lie beside each other in b. */
export function directProduct<T>(
  rows: usize,
  columns: usize,
  depth: usize,
  a: usize,
  aRow: usize,
  aDepth: usize,
  b: usize,
  bDepth: usize,
  c: usize,
  cRow: usize,
  cColumn: usize,
): void {
  const width = lanes<T>();
  if (rows == 1 && columns >= 8 * width) {
    for (let n: usize = 0; n < columns; n += 8 * width) {
      const first = min<usize>(n, columns - 8 * width);
      long<T>(depth, a, aDepth, b + first * sizeof<T>(), bDepth, c + first * cColumn, cColumn);
    }
    return;
  }
  for (let m: usize = 0; m < rows; m += 4, a += 4 * aRow, c += 4 * cRow) {
    const height = rows - m;
    if (columns < 2 * width) {
      narrow<T>(height, depth, a, aRow, aDepth, b, bDepth, c, cRow, cColumn);
      const last = columns - width;
      if (last > 0) {
        narrow<T>(height, depth, a, aRow, aDepth, b + last * sizeof<T>(), bDepth, c + last * cColumn, cRow, cColumn);
      }
      continue;
    }
    for (let n: usize = 0; n < columns; n += 2 * width) {
      const first = min<usize>(n, columns - 2 * width);
      wide<T>(height, depth, a, aRow, aDepth, b + first * sizeof<T>(), bDepth, c + first * cColumn, cRow, cColumn);
    }
  }
}
