// Powers. Written in the subset of TypeScript that tsc and asc both compile.

import { exponentOf, scaled, significandOf } from './bits.ts';

const smallestNormal: number = 2.2250738585072014e-308;
const two54: number = 18014398509481984.0;
const two64: number = 18446744073709551616.0;
const shifter: number = 6755399441055744.0;
const sqrtThreeHalves: number = 1.2247448713915889;
const sqrtThree: number = 1.7320508075688772;
const l1: number = 5.99999999999994648725e-1;
const l2: number = 4.28571428578550184252e-1;
const l3: number = 3.33333329818377432918e-1;
const l4: number = 2.72728123808534006489e-1;
const l5: number = 2.30660745775561754067e-1;
const l6: number = 2.06975017800338417784e-1;
/** log₂ 1.5 and 2 / (3 ln 2), in two parts each. */
const log2OfThreeHalvesHigh: number = 5.84962487220764160156e-1;
const log2OfThreeHalvesLow: number = 1.35003920212974897128e-8;
const cp: number = 9.61796693925975554329e-1;
const cpHigh: number = 9.61796700954437255859e-1;
const cpLow: number = -7.02846165095275826516e-9;
const ln2: number = 6.93147180559945286227e-1;
const ln2High: number = 6.93147182464599609375e-1;
const ln2Low: number = -1.90465429995776804525e-9;
const p1: number = 1.66666666666666019037e-1;
const p2: number = -2.77777777770155933842e-3;
const p3: number = 6.61375632143793436117e-5;
const p4: number = -1.6533902205465251539e-6;
const p5: number = 4.13813679705723846039e-8;

/** The upper 26 bits of a number below 2^900, by Veltkamp's splitting: products of two such parts are exact. */
function upper(x: number): number {
  const c = 134217729.0 * x;
  return c - (c - x);
}

/** 2^(high + low), for high in (−1076, 1025), to within the error stated for pow. */
function exp2Sum(high: number, low: number): number {
  const k = high + low + shifter - shifter;
  const rest = high - k;
  const t = upper(low + rest);
  const u = t * ln2High;
  const v = (low - (t - rest)) * ln2 + t * ln2Low;
  const z = u + v;
  const w = v - (z - u);
  const q = z * z;
  const c = z - q * (p1 + q * (p2 + q * (p3 + q * (p4 + q * p5))));
  const r = (z * c) / (c - 2) - (w + z * w);
  return scaled(1 - (r - z), k);
}

/** |x|^y for finite x ≠ 0 and 1, and |y| < 2⁶⁴. */
function powPositive(x: number, y: number): number {
  let n: number = 0;
  let m: number = x;
  if (m < smallestNormal) {
    m *= two54;
    n = -54;
  }
  const e = exponentOf(m);
  m = significandOf(m, e);
  n += e;
  let base: number = 1;
  let baseHigh: number = 0;
  let baseLow: number = 0;
  if (m >= sqrtThree) {
    m *= 0.5;
    n += 1;
  } else if (m >= sqrtThreeHalves) {
    base = 1.5;
    baseHigh = log2OfThreeHalvesHigh;
    baseLow = log2OfThreeHalvesLow;
  }
  // s = (m − base) / (m + base), in two parts.
  const u = m - base;
  const v = 1 / (m + base);
  const s = u * v;
  const sHigh = upper(s);
  const sumHigh = upper(m + base);
  const sumLow = m - (sumHigh - base);
  const sLow = v * (u - sHigh * sumHigh - sHigh * sumLow);
  // 3 log(m / base) / (2 s) = 3 + s² + r, in two parts.
  const q = s * s;
  const r = q * q * (l1 + q * (l2 + q * (l3 + q * (l4 + q * (l5 + q * l6))))) + sLow * (sHigh + s);
  const square = sHigh * sHigh;
  const tHigh = upper(3 + square + r);
  const tLow = r - (tHigh - 3 - square);
  const productHigh = sHigh * tHigh;
  const productLow = sLow * tHigh + tLow * s;
  const pHigh = upper(productHigh + productLow);
  const pLow = productLow - (pHigh - productHigh);
  // log₂ x = n + log₂ base + 2 / (3 ln 2) · p, in two parts.
  const zHigh = cpHigh * pHigh;
  const zLow = cpLow * pHigh + pLow * cp + baseLow;
  const logHigh = upper(zHigh + zLow + baseHigh + n);
  const logLow = zLow - (logHigh - n - baseHigh - zHigh);
  // y log₂ x, in two parts.
  const yHigh = upper(y);
  const low = (y - yHigh) * logHigh + y * logLow;
  const high = yHigh * logHigh;
  const z = high + low;
  if (z >= 1025) return Infinity;
  if (z <= -1076) return 0;
  return exp2Sum(high, low);
}

/**
 * x to the power y. Error below 0.9 ulp over the whole range. By definition pow(x, 2) is x · x. Special cases as in C99,
 * F.9.4.4: pow(x, ±0) and pow(1, y) are 1 even for a NaN, pow(−1, ±∞) is 1, a negative x to a power that is no integer
 * is NaN.
 *
 * Method: log₂ x in two parts, times y in two parts, and 2 to that; the steps of fdlibm (Sun Microsystems, 1993,
 * e_pow.c), with Veltkamp's splitting in place of cutting off low words (Dekker, Numer. Math. 18, 1971).
 */
export function pow(x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (x !== x || y !== y) return NaN;
  if (y === 2) return x * x;
  if (y === 1) return x;
  const ax = Math.abs(x);
  if (y === Infinity) return ax === 1 ? 1 : ax > 1 ? Infinity : 0;
  if (y === -Infinity) return ax === 1 ? 1 : ax > 1 ? 0 : Infinity;
  const whole = Math.floor(y) === y;
  const half = y * 0.5;
  const odd = whole && Math.abs(y) < 9007199254740992.0 && Math.floor(half) !== half;
  const negative = x < 0 || (x === 0 && 1 / x < 0);
  if (ax === 0 || ax === Infinity) {
    const large = ax === Infinity ? y > 0 : y < 0;
    const size = large ? Infinity : 0;
    return negative && odd ? -size : size;
  }
  if (negative && !whole) return NaN;
  if (ax === 1) return odd ? -1 : 1;
  let size: number = 0;
  if (Math.abs(y) >= two64) size = ax > 1 === y > 0 ? Infinity : 0;
  else size = powPositive(ax, y);
  return negative && odd ? -size : size;
}
