// sin on two lanes at once, with the bits of the scalar function.

import { sin } from '../elementary/sin';
import { commonLanes, nearestQuarterTurnLanes, turnedBackLanes, turnedBackRestLanes } from './quarterTurns';
import { turnedSineLanes } from './sineParts';

/** The sine of each lane (f64x2). Huge angles, and those very near a multiple of π/2, go through the scalar function. */
export function sinLanes(x: v128): v128 {
  const size = f64x2.abs(x);
  const eighth = f64x2.lt(size, f64x2.splat(0.785));
  const turns = nearestQuarterTurnLanes(x);
  const turned = turnedBackLanes(x, turns);
  if (!i64x2.all_true(v128.or(eighth, commonLanes(x, turned)))) {
    return f64x2.replace_lane(f64x2.splat(sin(f64x2.extract_lane(x, 0))), 1, sin(f64x2.extract_lane(x, 1)));
  }
  const k = v128.andnot(turns, eighth);
  const r = v128.bitselect(x, turned, eighth);
  const low = v128.andnot(turnedBackRestLanes(x, turns, turned), eighth);
  return v128.bitselect(x, turnedSineLanes(k, r, low), f64x2.lt(size, f64x2.splat(7.450580596923828e-9)));
}
