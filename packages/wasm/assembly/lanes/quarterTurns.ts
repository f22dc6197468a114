// The reduction of elementary/quarterTurns.ts on two lanes at once.

/** The integer nearest x / (π/2) in each lane (f64x2). */
export function nearestQuarterTurnLanes(x: v128): v128 {
  const shifter = f64x2.splat(6755399441055744.0);
  return f64x2.sub(f64x2.add(f64x2.mul(x, f64x2.splat(6.36619772367581382433e-1)), shifter), shifter);
}

/** x − k π/2, rounded, where {@link commonLanes} holds. */
export function turnedBackLanes(x: v128, k: v128): v128 {
  const most = f64x2.sub(x, f64x2.mul(k, f64x2.splat(1.57079632673412561417)));
  const high = f64x2.sub(most, f64x2.mul(k, f64x2.splat(6.0771005063039659766e-11)));
  return f64x2.add(high, restLanes(k, most, high));
}

/** x − k π/2 − r, for r = turnedBackLanes(x, k). */
export function turnedBackRestLanes(x: v128, k: v128, r: v128): v128 {
  const most = f64x2.sub(x, f64x2.mul(k, f64x2.splat(1.57079632673412561417)));
  const high = f64x2.sub(most, f64x2.mul(k, f64x2.splat(6.0771005063039659766e-11)));
  return f64x2.add(f64x2.sub(high, r), restLanes(k, most, high));
}

function restLanes(k: v128, most: v128, high: v128): v128 {
  const second = f64x2.mul(k, f64x2.splat(6.0771005063039659766e-11));
  const third = f64x2.mul(k, f64x2.splat(2.02226624879595063154e-21));
  return f64x2.sub(f64x2.sub(f64x2.sub(most, high), second), third);
}

/** Where r = turnedBackLanes(x, k) is good. */
export function commonLanes(x: v128, r: v128): v128 {
  return v128.and(
    f64x2.lt(f64x2.abs(x), f64x2.splat(1647099.0)),
    f64x2.gt(f64x2.abs(r), f64x2.splat(9.094947017729282e-13)),
  );
}

/** Where k is odd. */
export function oddLanes(k: v128): v128 {
  const half = f64x2.mul(f64x2.splat(0.5), k);
  return f64x2.ne(f64x2.floor(half), half);
}
