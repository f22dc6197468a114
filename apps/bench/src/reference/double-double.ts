// Numbers of about 106 bits as unevaluated sums of two f64 (Dekker, Numerische Mathematik 18, 1971; Knuth, TAOCP 2, 4.2.2):
// the arithmetic that right answers are computed in. An operation returns the high part and leaves the low one in `low`,
// so that millions of them allocate nothing.

/** The low part of the last result. Read it before the next operation. */
export let low = 0;

const splitter = 134217729; // 2²⁷ + 1

function normalise(high: number, rest: number): number {
  const sum = high + rest;
  low = rest - (sum - high);
  return sum;
}

export function add(aHigh: number, aLow: number, bHigh: number, bLow: number): number {
  const sum = aHigh + bHigh;
  const back = sum - aHigh;
  const lost = aHigh - (sum - back) + (bHigh - back);
  return normalise(sum, lost + (aLow + bLow));
}

export function mul(aHigh: number, aLow: number, bHigh: number, bLow: number): number {
  const product = aHigh * bHigh;
  const aScaled = splitter * aHigh;
  const aTop = aScaled - (aScaled - aHigh);
  const aRest = aHigh - aTop;
  const bScaled = splitter * bHigh;
  const bTop = bScaled - (bScaled - bHigh);
  const bRest = bHigh - bTop;
  const lost = aTop * bTop - product + aTop * bRest + aRest * bTop + aRest * bRest;
  return normalise(product, lost + (aHigh * bLow + aLow * bHigh));
}

export function div(aHigh: number, aLow: number, bHigh: number, bLow: number): number {
  const first = aHigh / bHigh;
  let high = mul(first, 0, bHigh, bLow);
  high = add(aHigh, aLow, -high, -low);
  const second = high / bHigh;
  const restLow = low;
  high = add(high, restLow, -mul(second, 0, bHigh, bLow), -low);
  return add(first, second, high / bHigh, 0);
}

export function sqrt(aHigh: number, aLow: number): number {
  if (aHigh === 0) {
    low = 0;
    return 0;
  }
  const root = Math.sqrt(aHigh);
  const square = mul(root, 0, root, 0);
  const rest = add(aHigh, aLow, -square, -low);
  return normalise(root, rest / (2 * root));
}

const ln2 = [Math.LN2, 2.3190468138462996e-17] as const;
const halfPi = [Math.PI / 2, 6.123233995736766e-17] as const;

/** e to the power a, for a within ±700: a = k ln 2 + 512 r, Taylor's series in r, then nine squarings. */
export function exp(aHigh: number, aLow: number): number {
  const k = Math.round(aHigh / ln2[0]);
  let high = mul(k, 0, ln2[0], ln2[1]);
  high = add(aHigh, aLow, -high, -low) / 512;
  const r = high;
  const rLow = low / 512;
  // e^r − 1, so that the squarings lose nothing: (1 + s)² − 1 = 2s + s².
  let sum = 0;
  let sumLow = 0;
  for (let n = 9; n >= 1; n--) {
    high = add(1, 0, sum, sumLow);
    high = mul(high, low, r, rLow);
    sum = div(high, low, n, 0);
    sumLow = low;
  }
  for (let i = 0; i < 9; i++) {
    const square = mul(sum, sumLow, sum, sumLow);
    sum = add(2 * sum, 2 * sumLow, square, low);
    sumLow = low;
  }
  high = add(1, 0, sum, sumLow);
  const scale = 2 ** k;
  low *= scale;
  return high * scale;
}

/** The natural logarithm, by one step of Newton's method on e^y = a, cubically. */
export function log(aHigh: number, aLow: number): number {
  const y = Math.log(aHigh);
  let high = exp(-y, 0);
  high = mul(high, low, aHigh, aLow);
  high = add(high, low, -1, 0);
  const step = high;
  const stepLow = low;
  high = add(step, stepLow, (-step * step) / 2, 0);
  return add(y, 0, high, low);
}

/** sin or cos, by their series after subtracting multiples of π/2; for |a| up to about 1e6. */
function wave(aHigh: number, aLow: number, quarters: number): number {
  const k = Math.round(aHigh / halfPi[0]);
  let high = mul(k, 0, halfPi[0], halfPi[1]);
  const r = add(aHigh, aLow, -high, -low);
  const rLow = low;
  const turn = (((k + quarters) % 4) + 4) % 4;
  const first = turn % 2 === 0 ? 1 : 0;
  const square = mul(r, rLow, r, rLow);
  const squareLow = low;
  let sum = 0;
  let sumLow = 0;
  for (let n = 28 + first; n > first; n -= 2) {
    // Term n is −r² / (n (n − 1)) times the one two below it.
    high = add(1, 0, sum, sumLow);
    high = mul(high, low, -square, -squareLow);
    sum = div(high, low, n * (n - 1), 0);
    sumLow = low;
  }
  high = add(1, 0, sum, sumLow);
  if (first === 1) high = mul(high, low, r, rLow);
  if (turn < 2) return high;
  low = -low;
  return -high;
}

export function sin(aHigh: number, aLow: number): number {
  return wave(aHigh, aLow, 0);
}

export function cos(aHigh: number, aLow: number): number {
  return wave(aHigh, aLow, 1);
}

/** tanh a = (1 − e) / (1 + e), e = e^(−2a). */
export function tanh(aHigh: number, aLow: number): number {
  const e = exp(-2 * aHigh, -2 * aLow);
  const eLow = low;
  const above = add(1, 0, -e, -eLow);
  const aboveLow = low;
  const below = add(1, 0, e, eLow);
  return div(above, aboveLow, below, low);
}
