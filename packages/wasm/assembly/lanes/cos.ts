// cos on two lanes at once, with the bits of the scalar function.

import { cos } from '../elementary/cos';
import { commonLanes, nearestQuarterTurnLanes, turnedBackLanes, turnedBackRestLanes } from './quarterTurns';
import { turnedSineLanes } from './sineParts';

/** The cosine of each lane (f64x2). Huge angles, and those very near a multiple of π/2, go through the scalar function. */
export function cosLanes(x: v128): v128 {
  const eighth = f64x2.lt(f64x2.abs(x), f64x2.splat(0.785));
  const turns = nearestQuarterTurnLanes(x);
  const turned = turnedBackLanes(x, turns);
  if (!i64x2.all_true(v128.or(eighth, commonLanes(x, turned)))) {
    return f64x2.replace_lane(f64x2.splat(cos(f64x2.extract_lane(x, 0))), 1, cos(f64x2.extract_lane(x, 1)));
  }
  const k = v128.andnot(turns, eighth);
  const r = v128.bitselect(x, turned, eighth);
  const low = v128.andnot(turnedBackRestLanes(x, turns, turned), eighth);
  return turnedSineLanes(f64x2.add(k, f64x2.splat(1.0)), r, low);
}
