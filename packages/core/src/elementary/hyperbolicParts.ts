// The step that sinh and cosh share. Written in the subset of TypeScript that tsc and asc both compile.

import { powerOf, scaled } from './bits.ts';
import { coshTail, nearestMultiple, reduced, reducedRest, sinhTail } from './expParts.ts';

/** From this k on, e^−x is lost beside e^x. */
const negligible: number = 40;

/**
 * (e^x + sign · e^−x) / 2 for 0 ≤ x < 711, and x ≥ 0.35 if the sign is −1. Error below 0.8 ulp.
 *
 * With x = k ln 2 + r, it is 2^k times (½ + b) cosh r + (½ − b) sinh r, where b = sign · 2^(−2k) / 2.
 */
export function halfSum(x: number, sign: number): number {
  const k = nearestMultiple(x);
  const r = reduced(x, k);
  const low = reducedRest(x, k, r);
  const t = r * r;
  const b = k > negligible ? 0 : 0.5 * sign * powerOf(-2 * k);
  const forCosh = 0.5 + b;
  const forSinh = 0.5 - b;
  // forCosh + forSinh · r with what each addition loses.
  const first = forCosh + 0.5 * r;
  const second = first - b * r;
  const lost = b - (forCosh - 0.5) + (0.5 * r - (first - forCosh)) + (first - second - b * r);
  const rest = forSinh * sinhTail(r, t) + forCosh * coshTail(t) + low * (forSinh + forCosh * r);
  return scaled(second + (forCosh * (0.5 * t) + (lost + rest)), k);
}
