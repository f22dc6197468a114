// tanh on two lanes at once, with the bits of the scalar function.

import { upperLanes } from './exactProducts';
import {
  expRestLanes,
  multipleLanes,
  powerLanes,
  reducedLanes,
  reducedRestLanes,
  shiftedMultipleLanes,
} from './expParts';

/** The hyperbolic tangent of each lane (f64x2). No lane needs the scalar function. */
export function tanhLanes(x: v128): v128 {
  const size = f64x2.abs(x);
  const twice = f64x2.mul(f64x2.splat(2.0), f64x2.min(size, f64x2.splat(22.0)));
  const shifted = shiftedMultipleLanes(twice);
  const k = multipleLanes(shifted);
  const r = reducedLanes(twice, k);
  const power = powerLanes(shifted);
  const high = upperLanes(r);
  const square = f64x2.mul(power, f64x2.mul(f64x2.mul(f64x2.splat(0.5), high), high));
  const linear = f64x2.mul(power, r);
  const start = f64x2.sub(power, f64x2.splat(1.0));
  const first = f64x2.add(start, linear);
  const second = f64x2.add(first, square);
  const lost = f64x2.add(f64x2.sub(linear, f64x2.sub(first, start)), f64x2.sub(square, f64x2.sub(second, first)));
  const rest = f64x2.add(lost, f64x2.mul(power, expRestLanes(r, high, reducedRestLanes(twice, k, r))));
  const e = f64x2.add(second, rest);
  const eLow = f64x2.sub(rest, f64x2.sub(e, second));
  const two = f64x2.splat(2.0);
  const divisor = f64x2.add(e, two);
  const above = f64x2.gt(e, two);
  const larger = v128.bitselect(e, two, above);
  const smaller = v128.bitselect(two, e, above);
  const divisorLow = f64x2.add(f64x2.sub(smaller, f64x2.sub(divisor, larger)), eLow);
  const inverse = f64x2.div(f64x2.splat(1.0), divisor);
  const quotient = upperLanes(f64x2.mul(e, inverse));
  const divisorHigh = upperLanes(divisor);
  const left = f64x2.add(
    f64x2.sub(f64x2.sub(e, f64x2.mul(quotient, divisorHigh)), f64x2.mul(quotient, f64x2.sub(divisor, divisorHigh))),
    f64x2.sub(eLow, f64x2.mul(quotient, divisorLow)),
  );
  const value = f64x2.add(quotient, f64x2.mul(left, inverse));
  const signed = v128.bitselect(x, value, f64x2.splat(-0.0));
  return v128.bitselect(signed, x, f64x2.gt(size, f64x2.splat(3.725290298461914e-9)));
}
