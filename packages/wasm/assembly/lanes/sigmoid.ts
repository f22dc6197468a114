// sigmoid on two lanes at once, with the bits of the scalar function.

import { sigmoid } from '../elementary/sigmoid';
import { upperLanes } from './exactProducts';
import {
  expRestLanes,
  multipleLanes,
  powerLanes,
  reducedLanes,
  reducedRestLanes,
  shiftedMultipleLanes,
} from './expParts';

/** The logistic function of each lane (f64x2). Lanes from ±600 on go through the scalar function. */
export function sigmoidLanes(x: v128): v128 {
  if (!i64x2.all_true(f64x2.lt(f64x2.abs(x), f64x2.splat(600.0)))) {
    return f64x2.replace_lane(f64x2.splat(sigmoid(f64x2.extract_lane(x, 0))), 1, sigmoid(f64x2.extract_lane(x, 1)));
  }
  const one = f64x2.splat(1.0);
  const opposite = f64x2.neg(x);
  const shifted = shiftedMultipleLanes(opposite);
  const k = multipleLanes(shifted);
  const r = reducedLanes(opposite, k);
  const high = upperLanes(r);
  const square = f64x2.mul(f64x2.mul(f64x2.splat(0.5), high), high);
  const first = f64x2.add(one, r);
  const second = f64x2.add(first, square);
  const lost = f64x2.add(f64x2.sub(r, f64x2.sub(first, one)), f64x2.sub(square, f64x2.sub(second, first)));
  const rest = f64x2.add(lost, expRestLanes(r, high, reducedRestLanes(opposite, k, r)));
  const sum = f64x2.add(second, rest);
  const power = powerLanes(shifted);
  const e = f64x2.mul(power, sum);
  const eLow = f64x2.mul(power, f64x2.sub(rest, f64x2.sub(sum, second)));
  const divisor = f64x2.add(one, e);
  const part = f64x2.sub(divisor, one);
  const divisorLow = f64x2.add(f64x2.add(f64x2.sub(one, f64x2.sub(divisor, part)), f64x2.sub(e, part)), eLow);
  const inverse = f64x2.div(one, divisor);
  const quotient = upperLanes(inverse);
  const divisorHigh = upperLanes(divisor);
  const left = f64x2.sub(
    f64x2.sub(f64x2.sub(one, f64x2.mul(quotient, divisorHigh)), f64x2.mul(quotient, f64x2.sub(divisor, divisorHigh))),
    f64x2.mul(quotient, divisorLow),
  );
  return f64x2.add(quotient, f64x2.mul(left, inverse));
}
