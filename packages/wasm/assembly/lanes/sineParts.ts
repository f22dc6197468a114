// The polynomials of elementary/sineParts.ts on two lanes at once.

import { oddLanes } from './quarterTurns';

function sineLanes(r: v128, low: v128, t: v128): v128 {
  const cube = f64x2.mul(t, r);
  let series = f64x2.add(
    f64x2.splat(-2.50507602534068634195e-8),
    f64x2.mul(t, f64x2.splat(1.58969099521155010221e-10)),
  );
  series = f64x2.add(f64x2.splat(2.75573137070700676789e-6), f64x2.mul(t, series));
  series = f64x2.add(f64x2.splat(-1.98412698298579493134e-4), f64x2.mul(t, series));
  series = f64x2.add(f64x2.splat(8.33333333332248946124e-3), f64x2.mul(t, series));
  const inner = f64x2.sub(f64x2.mul(cube, series), f64x2.mul(f64x2.splat(0.5), low));
  const tail = f64x2.add(f64x2.mul(cube, f64x2.splat(-1.66666666666666324348e-1)), f64x2.add(f64x2.mul(t, inner), low));
  return f64x2.add(r, tail);
}

function cosineLanes(r: v128, low: v128, t: v128): v128 {
  let series = f64x2.add(f64x2.splat(2.0875723212981748279e-9), f64x2.mul(t, f64x2.splat(-1.13596475577881948265e-11)));
  series = f64x2.add(f64x2.splat(-2.75573143513906633035e-7), f64x2.mul(t, series));
  series = f64x2.add(f64x2.splat(2.48015872894767294178e-5), f64x2.mul(t, series));
  series = f64x2.add(f64x2.splat(-1.38888888888741095749e-3), f64x2.mul(t, series));
  series = f64x2.add(f64x2.splat(4.16666666666666019037e-2), f64x2.mul(t, series));
  const tail = f64x2.mul(f64x2.mul(t, t), series);
  const one = f64x2.splat(1.0);
  const half = f64x2.mul(f64x2.splat(0.5), t);
  const most = f64x2.sub(one, half);
  return f64x2.add(most, f64x2.add(f64x2.sub(f64x2.sub(one, most), half), f64x2.sub(tail, f64x2.mul(r, low))));
}

/** sin(k π/2 + r + low) in each lane (f64x2). */
export function turnedSineLanes(k: v128, r: v128, low: v128): v128 {
  const t = f64x2.mul(r, r);
  const value = v128.bitselect(cosineLanes(r, low, t), sineLanes(r, low, t), oddLanes(k));
  const negative = oddLanes(f64x2.floor(f64x2.mul(f64x2.splat(0.5), k)));
  return v128.xor(value, v128.and(negative, f64x2.splat(-0.0)));
}
