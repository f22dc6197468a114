// Products one number at a time, over any strides: for operands whose columns do not lie beside each other, where there
// are too few of them to be worth packing.

/** One element. */
function one<T>(a: usize, aDepth: usize, b: usize, bDepth: usize, c: usize, depth: usize): void {
  // The true identity of +: the first product stays as it is.
  let sum = <T>-0.0;
  for (let k: usize = 0; k < depth; k++, a += aDepth, b += bDepth) sum += load<T>(a) * load<T>(b);
  store<T>(c, sum);
}

/** Eight columns of one row: as many additions at a time as it takes not to wait for any. */
function eight<T>(
  a: usize,
  aDepth: usize,
  b: usize,
  bDepth: usize,
  bColumn: usize,
  c: usize,
  cColumn: usize,
  depth: usize,
): void {
  let s0 = <T>-0.0,
    s1 = s0,
    s2 = s0,
    s3 = s0,
    s4 = s0,
    s5 = s0,
    s6 = s0,
    s7 = s0;
  const b1 = bColumn,
    b2 = b1 + bColumn,
    b3 = b2 + bColumn,
    b4 = b3 + bColumn;
  const b5 = b4 + bColumn,
    b6 = b5 + bColumn,
    b7 = b6 + bColumn;
  for (let k: usize = 0; k < depth; k++, a += aDepth, b += bDepth) {
    const x = load<T>(a);
    s0 += x * load<T>(b);
    s1 += x * load<T>(b + b1);
    s2 += x * load<T>(b + b2);
    s3 += x * load<T>(b + b3);
    s4 += x * load<T>(b + b4);
    s5 += x * load<T>(b + b5);
    s6 += x * load<T>(b + b6);
    s7 += x * load<T>(b + b7);
  }
  store<T>(c, s0);
  store<T>(c + cColumn, s1);
  store<T>(c + 2 * cColumn, s2);
  store<T>(c + 3 * cColumn, s3);
  store<T>(c + 4 * cColumn, s4);
  store<T>(c + 5 * cColumn, s5);
  store<T>(c + 6 * cColumn, s6);
  store<T>(c + 7 * cColumn, s7);
}

/** c = a · b. The last columns of at least eight are computed again with those before them. */
export function scalarProduct<T>(
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
  for (let m: usize = 0; m < rows; m++, a += aRow, c += cRow) {
    if (columns < 8) {
      for (let n: usize = 0; n < columns; n++) one<T>(a, aDepth, b + n * bColumn, bDepth, c + n * cColumn, depth);
      continue;
    }
    for (let n: usize = 0; n < columns; n += 8) {
      const first = min<usize>(n, columns - 8);
      eight<T>(a, aDepth, b + first * bColumn, bDepth, bColumn, c + first * cColumn, cColumn, depth);
    }
  }
}
