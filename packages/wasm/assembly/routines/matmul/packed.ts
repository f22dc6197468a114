// Large products from packed copies of the operands, a tile of four rows by two registers of columns at a time.
//
//   working storage   a tile | some rows of a, for some k | some columns of b, for these k
//
// The sums over the first k are stored in c and taken up again for the next ones, which changes no bit.

import { pack } from './pack';

/** At most so many numbers along k, rows and columns are packed at once: what the caches hold. */
const DEPTH: usize = 256;
const ROWS: usize = 64;
const COLUMNS: usize = 512;

/** Bytes of a tile, and of one of its rows. */
const TILE: usize = 128;
const TILE_ROW: usize = 32;

function upTo(n: usize, step: usize): usize {
  return ((n + step - 1) / step) * step;
}

export function packedBytes(width: usize, rows: usize, columns: usize, depth: usize): usize {
  const panel = TILE_ROW / width;
  return (
    TILE +
    width * min<usize>(depth, DEPTH) * (min<usize>(upTo(rows, 4), ROWS) + min<usize>(upTo(columns, panel), COLUMNS))
  );
}

/** Four rows by two registers of columns; `isFirst`: the sums begin here, else they are in c already. */
function tile<T>(a: usize, b: usize, depth: usize, c: usize, cRow: usize, isFirst: bool): void {
  const c1 = c + cRow,
    c2 = c1 + cRow,
    c3 = c2 + cRow;
  // The true identity of +: the first product stays as it is.
  let s00 = v128.splat<T>(<T>-0.0);
  let s01 = s00,
    s10 = s00,
    s11 = s00,
    s20 = s00,
    s21 = s00,
    s30 = s00,
    s31 = s00;
  if (!isFirst) {
    (s00 = v128.load(c)), (s01 = v128.load(c, 16));
    (s10 = v128.load(c1)), (s11 = v128.load(c1, 16));
    (s20 = v128.load(c2)), (s21 = v128.load(c2, 16));
    (s30 = v128.load(c3)), (s31 = v128.load(c3, 16));
  }
  for (const end = b + depth * TILE_ROW; b < end; b += TILE_ROW, a += 4 * sizeof<T>()) {
    const y0 = v128.load(b);
    const y1 = v128.load(b, 16);
    let x = v128.load_splat<T>(a);
    s00 = v128.add<T>(s00, v128.mul<T>(x, y0));
    s01 = v128.add<T>(s01, v128.mul<T>(x, y1));
    x = v128.load_splat<T>(a, sizeof<T>());
    s10 = v128.add<T>(s10, v128.mul<T>(x, y0));
    s11 = v128.add<T>(s11, v128.mul<T>(x, y1));
    x = v128.load_splat<T>(a, 2 * sizeof<T>());
    s20 = v128.add<T>(s20, v128.mul<T>(x, y0));
    s21 = v128.add<T>(s21, v128.mul<T>(x, y1));
    x = v128.load_splat<T>(a, 3 * sizeof<T>());
    s30 = v128.add<T>(s30, v128.mul<T>(x, y0));
    s31 = v128.add<T>(s31, v128.mul<T>(x, y1));
  }
  v128.store(c, s00), v128.store(c, s01, 16);
  v128.store(c1, s10), v128.store(c1, s11, 16);
  v128.store(c2, s20), v128.store(c2, s21, 16);
  v128.store(c3, s30), v128.store(c3, s31, 16);
}

/** Copies the part of a tile that c has. */
function copyTile<T>(
  to: usize,
  toRow: usize,
  toColumn: usize,
  from: usize,
  fromRow: usize,
  fromColumn: usize,
  rows: usize,
  columns: usize,
): void {
  for (let m: usize = 0; m < rows; m++) {
    for (let n: usize = 0; n < columns; n++) {
      store<T>(to + m * toRow + n * toColumn, load<T>(from + m * fromRow + n * fromColumn));
    }
  }
}

/** All tiles of packed rows by packed columns. */
function tiles<T>(
  scratch: usize,
  a: usize,
  b: usize,
  rows: usize,
  columns: usize,
  depth: usize,
  c: usize,
  cRow: usize,
  cColumn: usize,
  isFirst: bool,
): void {
  const width = TILE_ROW / sizeof<T>();
  for (let n: usize = 0; n < columns; n += width, b += depth * TILE_ROW) {
    let panel = a;
    for (let m: usize = 0; m < rows; m += 4, panel += 4 * depth * sizeof<T>()) {
      const to = c + m * cRow + n * cColumn;
      const height = min<usize>(4, rows - m);
      const breadth = min<usize>(width, columns - n);
      if (cColumn == sizeof<T>() && height == 4 && breadth == width) {
        tile<T>(panel, b, depth, to, cRow, isFirst);
        continue;
      }
      if (!isFirst) copyTile<T>(scratch, TILE_ROW, sizeof<T>(), to, cRow, cColumn, height, breadth);
      tile<T>(panel, b, depth, scratch, TILE_ROW, isFirst);
      copyTile<T>(to, cRow, cColumn, scratch, TILE_ROW, sizeof<T>(), height, breadth);
    }
  }
}

/** c = a · b. */
export function packedProduct<T>(
  scratch: usize,
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
  const aPanels = scratch + TILE;
  const bPanels = aPanels + sizeof<T>() * min<usize>(depth, DEPTH) * min<usize>(upTo(rows, 4), ROWS);
  for (let n: usize = 0; n < columns; n += COLUMNS) {
    const someColumns = min<usize>(COLUMNS, columns - n);
    for (let k: usize = 0; k < depth; k += DEPTH) {
      const someDepth = min<usize>(DEPTH, depth - k);
      pack<T>(bPanels, TILE_ROW, b + k * bDepth + n * bColumn, someColumns, bColumn, someDepth, bDepth);
      for (let m: usize = 0; m < rows; m += ROWS) {
        const someRows = min<usize>(ROWS, rows - m);
        pack<T>(aPanels, 4 * sizeof<T>(), a + m * aRow + k * aDepth, someRows, aRow, someDepth, aDepth);
        tiles<T>(
          scratch,
          aPanels,
          bPanels,
          someRows,
          someColumns,
          someDepth,
          c + m * cRow + n * cColumn,
          cRow,
          cColumn,
          k == 0,
        );
      }
    }
  }
}
