// The matrix product, four rows by four columns at a time: sixteen running sums, each over k in order.

import type { TypedArray } from '../../shape/dtype.ts';
import { type Compute, type Place, placeOf } from './place.ts';

type Floats = Float64Array<ArrayBuffer> | Float32Array<ArrayBuffer>;

const scratch: { f64: Float64Array<ArrayBuffer>; f32: Float32Array<ArrayBuffer> } = {
  f64: new Float64Array(0),
  f32: new Float32Array(0),
};

/** Room for copies of both operands: the same array each time, grown when needed. */
function room(dtype: 'f64' | 'f32', length: number): Floats {
  if (dtype === 'f64') {
    if (scratch.f64.length < length) scratch.f64 = new Float64Array(length);
    return scratch.f64;
  }
  if (scratch.f32.length < length) scratch.f32 = new Float32Array(length);
  return scratch.f32;
}

/** Copies an operand so that the four lines of a tile lie beside each other: tile, then k, then line; zeros fill the last tile. */
function pack(
  target: TypedArray,
  at: number,
  { data, offset }: Place,
  lines: number,
  line: number,
  depth: number,
  along: number,
): void {
  let next = at;
  for (let first = 0; first < lines; first += 4) {
    for (let k = 0; k < depth; k++) {
      for (let i = first; i < first + 4; i++) {
        target[next++] = i < lines ? (data[offset + i * line + k * along] as number) : 0;
      }
    }
  }
}

/** One tile of 4 × 4 sums over k, written to `sums`. */
function tile64(packed: Float64Array, a: number, b: number, depth: number, sums: Float64Array): void {
  const at = (i: number): number => packed[i] as number;
  let a0 = at(a),
    a1 = at(a + 1),
    a2 = at(a + 2),
    a3 = at(a + 3);
  let b0 = at(b),
    b1 = at(b + 1),
    b2 = at(b + 2),
    b3 = at(b + 3);
  let s00 = a0 * b0,
    s01 = a0 * b1,
    s02 = a0 * b2,
    s03 = a0 * b3;
  let s10 = a1 * b0,
    s11 = a1 * b1,
    s12 = a1 * b2,
    s13 = a1 * b3;
  let s20 = a2 * b0,
    s21 = a2 * b1,
    s22 = a2 * b2,
    s23 = a2 * b3;
  let s30 = a3 * b0,
    s31 = a3 * b1,
    s32 = a3 * b2,
    s33 = a3 * b3;
  for (let k = 1; k < depth; k++) {
    a += 4;
    b += 4;
    a0 = at(a);
    a1 = at(a + 1);
    a2 = at(a + 2);
    a3 = at(a + 3);
    b0 = at(b);
    b1 = at(b + 1);
    b2 = at(b + 2);
    b3 = at(b + 3);
    s00 += a0 * b0;
    s01 += a0 * b1;
    s02 += a0 * b2;
    s03 += a0 * b3;
    s10 += a1 * b0;
    s11 += a1 * b1;
    s12 += a1 * b2;
    s13 += a1 * b3;
    s20 += a2 * b0;
    s21 += a2 * b1;
    s22 += a2 * b2;
    s23 += a2 * b3;
    s30 += a3 * b0;
    s31 += a3 * b1;
    s32 += a3 * b2;
    s33 += a3 * b3;
  }
  sums[0] = s00;
  sums[1] = s01;
  sums[2] = s02;
  sums[3] = s03;
  sums[4] = s10;
  sums[5] = s11;
  sums[6] = s12;
  sums[7] = s13;
  sums[8] = s20;
  sums[9] = s21;
  sums[10] = s22;
  sums[11] = s23;
  sums[12] = s30;
  sums[13] = s31;
  sums[14] = s32;
  sums[15] = s33;
}

const f = Math.fround;

/** The same in f32: every product and every sum rounded once; two by four, since each rounding costs. */
function tile32(packed: Float32Array, a: number, b: number, depth: number, sums: Float32Array): void {
  const at = (i: number): number => packed[i] as number;
  for (let row = 0; row < 4; row++) {
    const x = at(a + row);
    let s0 = f(x * at(b)),
      s1 = f(x * at(b + 1)),
      s2 = f(x * at(b + 2)),
      s3 = f(x * at(b + 3));
    for (let k = 1; k < depth; k++) {
      const y = at(a + row + 4 * k);
      const from = b + 4 * k;
      s0 = f(s0 + f(y * at(from)));
      s1 = f(s1 + f(y * at(from + 1)));
      s2 = f(s2 + f(y * at(from + 2)));
      s3 = f(s3 + f(y * at(from + 3)));
    }
    sums[4 * row] = s0;
    sums[4 * row + 1] = s1;
    sums[4 * row + 2] = s2;
    sums[4 * row + 3] = s3;
  }
}

const sums64 = new Float64Array(16);
const sums32 = new Float32Array(16);

/** Products below this many multiplications are not worth packing for. */
const small = 256;

function direct(sizes: readonly number[], a: Place, b: Place, c: Place, round: (x: number) => number): void {
  const [rows = 0, columns = 0, depth = 0] = sizes;
  const [aRow = 0, aDepth = 0] = a.strides;
  const [bDepth = 0, bColumn = 0] = b.strides;
  const [cRow = 0, cColumn = 0] = c.strides;
  for (let m = 0; m < rows; m++) {
    for (let n = 0; n < columns; n++) {
      let sum = 0;
      for (let k = 0; k < depth; k++) {
        const product = round(
          (a.data[a.offset + m * aRow + k * aDepth] as number) *
            (b.data[b.offset + k * bDepth + n * bColumn] as number),
        );
        sum = k === 0 ? product : round(sum + product);
      }
      c.data[c.offset + m * cRow + n * cColumn] = sum;
    }
  }
}

const itself = (x: number): number => x;

/** c = a · b. */
export const matmul: Compute = (dtype, sizes, places) => {
  const a = placeOf(places, 0);
  const b = placeOf(places, 1);
  const c = placeOf(places, 2);
  const [rows = 0, columns = 0, depth = 0] = sizes;
  if (rows * columns * depth <= small || rows === 1 || columns === 1) {
    direct(sizes, a, b, c, dtype === 'f32' ? f : itself);
    return;
  }
  const [aRow = 0, aDepth = 0] = a.strides;
  const [bDepth = 0, bColumn = 0] = b.strides;
  const [cRow = 0, cColumn = 0] = c.strides;
  const rowTiles = Math.ceil(rows / 4);
  const columnTiles = Math.ceil(columns / 4);
  const packed = room(dtype === 'f32' ? 'f32' : 'f64', 4 * depth * (rowTiles + columnTiles));
  const right = 4 * depth * rowTiles;
  pack(packed, 0, a, rows, aRow, depth, aDepth);
  pack(packed, right, b, columns, bColumn, depth, bDepth);
  const sums = dtype === 'f32' ? sums32 : sums64;
  for (let i = 0; i < rowTiles; i++) {
    for (let j = 0; j < columnTiles; j++) {
      const x = 4 * depth * i;
      const y = right + 4 * depth * j;
      if (packed instanceof Float32Array) tile32(packed, x, y, depth, sums32);
      else tile64(packed, x, y, depth, sums64);
      const lastRow = Math.min(4, rows - 4 * i);
      const lastColumn = Math.min(4, columns - 4 * j);
      for (let m = 0; m < lastRow; m++) {
        const target = c.offset + (4 * i + m) * cRow + 4 * j * cColumn;
        for (let n = 0; n < lastColumn; n++) c.data[target + n * cColumn] = sums[4 * m + n] as number;
      }
    }
  }
};
