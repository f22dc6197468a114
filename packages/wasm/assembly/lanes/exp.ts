// exp on two lanes at once, with the bits of the scalar function.

import { exp } from '../elementary/exp';

/** e to the power of each lane (f64x2). Lanes outside [−708, 708] go through the scalar function. */
export function expLanes(x: v128): v128 {
  const inside = f64x2.le(f64x2.abs(x), f64x2.splat(708.0));
  if (!i64x2.all_true(inside)) {
    return f64x2.replace_lane(f64x2.splat(exp(f64x2.extract_lane(x, 0))), 1, exp(f64x2.extract_lane(x, 1)));
  }
  const shifter = f64x2.splat(6755399441055744.0);
  const shifted = f64x2.add(f64x2.mul(x, f64x2.splat(1.442695040888963387)), shifter);
  const k = f64x2.sub(shifted, shifter);
  const hi = f64x2.sub(x, f64x2.mul(k, f64x2.splat(6.9314718036912381649e-1)));
  const lo = f64x2.mul(k, f64x2.splat(1.90821492927058770002e-10));
  const r = f64x2.sub(hi, lo);
  const t = f64x2.mul(r, r);
  let p = f64x2.add(f64x2.splat(-1.6533902205465251539e-6), f64x2.mul(t, f64x2.splat(4.13813679705723846039e-8)));
  p = f64x2.add(f64x2.splat(6.61375632143793436117e-5), f64x2.mul(t, p));
  p = f64x2.add(f64x2.splat(-2.77777777770155933842e-3), f64x2.mul(t, p));
  p = f64x2.add(f64x2.splat(1.66666666666666019037e-1), f64x2.mul(t, p));
  const c = f64x2.sub(r, f64x2.mul(t, p));
  const quotient = f64x2.div(f64x2.mul(r, c), f64x2.sub(f64x2.splat(2.0), c));
  const y = f64x2.sub(f64x2.splat(1.0), f64x2.sub(f64x2.sub(lo, quotient), hi));
  // The low bits of the shifted number are k; adding them to the exponent scales exactly, as long as the result is normal.
  return i64x2.add(y, i64x2.shl(shifted, 52));
}
