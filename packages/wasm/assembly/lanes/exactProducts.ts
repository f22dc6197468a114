// The exact products of elementary/exactProducts.ts on two lanes at once.

/** The upper 26 bits of each lane (f64x2). */
export function upperLanes(x: v128): v128 {
  const c = f64x2.mul(f64x2.splat(134217729.0), x);
  return f64x2.sub(c, f64x2.sub(c, x));
}
