// Exact products of f64 numbers without FMA. Written in the subset of TypeScript that tsc and asc both compile.

/**
 * The upper 26 bits of a number below 2^900; what they leave of it has 26 bits too, so that products of such parts are
 * exact. Veltkamp's splitting (Dekker, Numer. Math. 18, 1971).
 */
export function upper(x: number): number {
  const c = 134217729.0 * x;
  return c - (c - x);
}

/** x² − square, for the rounded square: exact where nothing underflows (Dekker, Numer. Math. 18, 1971). */
export function squareRest(x: number, square: number): number {
  const high = upper(x);
  const low = x - high;
  return high * high - square + 2 * high * low + low * low;
}

/** What Math.sqrt(high) lacks of the root of high + low: with it, the root has about 100 bits. */
export function rootRest(high: number, low: number, root: number): number {
  const square = root * root;
  return (high - square - squareRest(root, square) + low) / (2 * root);
}
