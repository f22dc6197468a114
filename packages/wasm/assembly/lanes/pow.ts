// pow on two lanes, each through the scalar function.

import { pow } from '../elementary/pow';

/** The first operand to the power of the second, lane by lane (f64x2). */
export function powLanes(x: v128, y: v128): v128 {
  const first = pow(f64x2.extract_lane(x, 0), f64x2.extract_lane(y, 0));
  const second = pow(f64x2.extract_lane(x, 1), f64x2.extract_lane(y, 1));
  return f64x2.replace_lane(f64x2.splat(first), 1, second);
}
