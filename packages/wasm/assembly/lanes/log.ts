// log on two lanes at once, with the bits of the scalar function.

import { log } from '../elementary/log';

/** The natural logarithm of each lane (f64x2). Lanes that are not positive, normal and finite go through the scalar function. */
export function logLanes(x: v128): v128 {
  const normal = v128.and(f64x2.ge(x, f64x2.splat(2.2250738585072014e-308)), f64x2.lt(x, f64x2.splat(Infinity)));
  if (!i64x2.all_true(normal)) {
    return f64x2.replace_lane(f64x2.splat(log(f64x2.extract_lane(x, 0))), 1, log(f64x2.extract_lane(x, 1)));
  }
  // An integer below 2⁵² in the low bits of 2⁵² is that number plus 2⁵².
  const biased = v128.or(i64x2.shr_u(x, 52), f64x2.splat(4503599627370496.0));
  let k = f64x2.sub(biased, f64x2.splat(4503599627370496.0 + 1023.0));
  let m = v128.or(v128.and(x, i64x2.splat(0x000fffffffffffff)), f64x2.splat(1.0));
  const above = f64x2.gt(m, f64x2.splat(1.41421356237309514547));
  m = v128.bitselect(f64x2.mul(m, f64x2.splat(0.5)), m, above);
  k = f64x2.add(k, v128.and(above, f64x2.splat(1.0)));
  const f = f64x2.sub(m, f64x2.splat(1.0));
  const s = f64x2.div(f, f64x2.add(f64x2.splat(2.0), f));
  const z = f64x2.mul(s, s);
  const w = f64x2.mul(z, z);
  let odd = f64x2.add(f64x2.splat(1.818357216161805012e-1), f64x2.mul(w, f64x2.splat(1.479819860511658591e-1)));
  odd = f64x2.add(f64x2.splat(2.857142874366239149e-1), f64x2.mul(w, odd));
  odd = f64x2.mul(z, f64x2.add(f64x2.splat(6.66666666666673513e-1), f64x2.mul(w, odd)));
  let even = f64x2.add(f64x2.splat(2.222219843214978396e-1), f64x2.mul(w, f64x2.splat(1.531383769920937332e-1)));
  even = f64x2.mul(w, f64x2.add(f64x2.splat(3.999999999940941908e-1), f64x2.mul(w, even)));
  const half = f64x2.mul(f64x2.mul(f64x2.splat(0.5), f), f);
  const tail = f64x2.add(
    f64x2.mul(s, f64x2.add(half, f64x2.add(odd, even))),
    f64x2.mul(k, f64x2.splat(1.90821492927058770002e-10)),
  );
  return f64x2.sub(f64x2.mul(k, f64x2.splat(6.9314718036912381649e-1)), f64x2.sub(f64x2.sub(half, tail), f));
}
