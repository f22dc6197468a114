// The parts of e^x of elementary/expParts.ts on two lanes at once, operation for operation.

const shifter: f64 = 6755399441055744.0;

/** The nearest integer k to x / ln 2 in the low bits of each lane (f64x2), on top of 1.5 · 2⁵². */
export function shiftedMultipleLanes(x: v128): v128 {
  return f64x2.add(f64x2.mul(x, f64x2.splat(1.442695040888963387)), f64x2.splat(shifter));
}

/** k as a number, from shiftedMultipleLanes. */
export function multipleLanes(shifted: v128): v128 {
  return f64x2.sub(shifted, f64x2.splat(shifter));
}

/** 2^k, from shiftedMultipleLanes, for −1022 ≤ k ≤ 1023. */
export function powerLanes(shifted: v128): v128 {
  return i64x2.add(f64x2.splat(1.0), i64x2.shl(shifted, 52));
}

/** x − k ln 2, rounded, for each lane. */
export function reducedLanes(x: v128, k: v128): v128 {
  const high = f64x2.sub(x, f64x2.mul(k, f64x2.splat(6.9314718036912381649e-1)));
  return f64x2.sub(high, f64x2.mul(k, f64x2.splat(1.90821492927058770002e-10)));
}

/** What r = reducedLanes(x, k) lacks. */
export function reducedRestLanes(x: v128, k: v128, r: v128): v128 {
  const high = f64x2.sub(x, f64x2.mul(k, f64x2.splat(6.9314718036912381649e-1)));
  return f64x2.sub(f64x2.sub(high, r), f64x2.mul(k, f64x2.splat(1.90821492927058770002e-10)));
}

/** e^(r + low) − 1 − r − high² / 2, for high = upperLanes(r). */
export function expRestLanes(r: v128, high: v128, low: v128): v128 {
  const t = f64x2.mul(r, r);
  let odd = f64x2.add(f64x2.splat(2.755724340428425e-6), f64x2.mul(t, f64x2.splat(2.5109339180447574e-8)));
  odd = f64x2.add(f64x2.splat(0.0001984126988685815), f64x2.mul(t, odd));
  odd = f64x2.add(f64x2.splat(0.008333333333321372), f64x2.mul(t, odd));
  odd = f64x2.add(f64x2.splat(0.16666666666666677), f64x2.mul(t, odd));
  let even = f64x2.add(f64x2.splat(2.7557251510960685e-7), f64x2.mul(t, f64x2.splat(2.09218727561751e-9)));
  even = f64x2.add(f64x2.splat(2.4801587349530298e-5), f64x2.mul(t, even));
  even = f64x2.add(f64x2.splat(0.001388888888887314), f64x2.mul(t, even));
  even = f64x2.add(f64x2.splat(0.041666666666666685), f64x2.mul(t, even));
  const tails = f64x2.add(f64x2.mul(f64x2.mul(r, t), odd), f64x2.mul(f64x2.mul(t, t), even));
  const square = f64x2.mul(f64x2.mul(f64x2.splat(0.5), f64x2.sub(r, high)), f64x2.add(r, high));
  return f64x2.add(f64x2.add(square, f64x2.add(low, f64x2.mul(low, r))), tails);
}
