// How the matrix product sees its operands: a(m, k) and b(k, n) by address and strides in bytes.

/** Numbers in a register. */
export function lanes<T>(): usize {
  return 16 / sizeof<T>();
}

/** Stores a register of neighbouring columns. */
export function storeColumns<T>(c: usize, column: usize, sums: v128): void {
  if (column == sizeof<T>()) {
    v128.store(c, sums);
  } else if (sizeof<T>() == 8) {
    v128.store64_lane(c, sums, 0);
    v128.store64_lane(c + column, sums, 1);
  } else {
    v128.store32_lane(c, sums, 0);
    v128.store32_lane(c + column, sums, 1);
    v128.store32_lane(c + 2 * column, sums, 2);
    v128.store32_lane(c + 3 * column, sums, 3);
  }
}
