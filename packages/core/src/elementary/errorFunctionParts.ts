// The error functions in two pieces: a series around 0, and the complement from 1/2 on. Written in the subset of
// TypeScript that tsc and asc both compile.
//
// The coefficients are ours, by Chebyshev interpolation with MPFR.

import { at, powerOf, scaled } from './bits.ts';
import { upper } from './exactProducts.ts';
import { expRest, nearestMultiple } from './expParts.ts';

const ln2High: number = 6.9314718036912381649e-1;
const ln2Low: number = 1.90821492927058770002e-10;
/** erf(x) / x − 9/8 in x². */
const s0: number = 0.0033791670955125694;
const s1: number = -0.3761263890318347;
const s2: number = 0.11283791670925271;
const s3: number = -0.026866170632859;
const s4: number = 0.0052239773725259965;
const s5: number = -0.0008548297707906897;
const s6: number = 0.00012053332795966865;
const s7: number = -1.4845787890421724e-5;
const s8: number = 1.4725211252266738e-6;
/**
 * log((x + 1) e^(x²) erfc x) as a function of t = 1 / (x + 1), by pieces of equal width from t = start on: each row is
 * the middle m of its piece, a number of 20 bits, and what is to be added to that as a polynomial in t − m.
 */
// biome-ignore format: a paragraph for each row.
const rows: readonly number[] = [
  0.07470703125, -0.4979534149169922, 1.0627200873894347e-7, 0.9879370623083333, -0.16634019108667447,
  -0.7953299184042213, -0.17914042176311393, 1.5934748759862956, 1.1350046887222296, -4.844825412758744,
  -5.431716257130013, 19.913729630345518, 26.456074552268056, -101.19688237535595, -127.67934274563598,
  0.15380859375, -0.42124271392822266, 4.2724510602029734e-7, 0.9466617567646748, -0.3535850798962445,
  -0.7482085632642705, 0.4672305297143777, 1.4514119611063183, -1.6105663383903357, -3.6195773767476407,
  7.672934597734306, 7.771159843469829, -38.285583976732745, 4.73157635065951, 168.10419015379242,
  0.23291015625, -0.3489198684692383, -3.8178856832689535e-7, 0.8778529891610326, -0.5075395705944211,
  -0.529054023610941, 0.8496450040634018, 0.43525644752609366, -2.224705620612013, 1.0860238214897544,
  5.065406506866393, -9.924039644890398, -2.4657843079153414, 38.14684564863874, -53.889128013153694,
  0.31201171875, -0.2828845977783203, 4.297190498048864e-7, 0.7893561588812492, -0.6002426186975385, -0.252843985493548,
  0.8418884509411924, -0.38492685138030575, -1.126801495625819, 2.2661850541114994, -0.647068130974547,
  -4.632068306358188, 9.487282015590347, -3.878418878852138, -19.619663863364263,
  0.39111328125, -0.22429466247558594, 4.3911611925887363e-7, 0.6912239145678294, -0.6310637837132144,
  -0.01878596334687915, 0.6200172638999505, -0.6560013930562345, -0.1087726107446392, 1.2937955035399726,
  -1.8222243972618557, 0.4420743019850998, 3.08610861560364, -6.664724622046968, 5.698966884868405,
  0.47021484375, -0.173553466796875, 4.7324879763638253e-7, 0.5921340195538687, -0.6154834678045996, 0.136739847585152,
  0.36806626183543356, -0.5842043454866711, 0.323922576969691, 0.35198070209993476, -1.0679541961349093,
  1.2308572645587972, -0.3359560540757342, -1.6117470779982435, 3.6469446394647065,
  0.54931640625, -0.13048458099365234, -4.376850487474822e-7, 0.4979501791056659, -0.5719012497736485,
  0.22017210761253395, 0.171036730869163, -0.408140708515476, 0.3785442643991204, -0.0797678527422845,
  -0.360649013709592, 0.7111481510213981, -0.7193001847986736, 0.22853053338380877, 0.6690568303241843,
  0.62841796875, -0.09456062316894531, 3.184871461248361e-7, 0.4118720713619138, -0.5150372293795645,
  0.2523399418073437, 0.04301467140494891, -0.24597658352235047, 0.29528575863216255, -0.18640600183840123,
  -0.029895582177163486, 0.2612756857524993, -0.4020081832384462, 0.3690158827451289, -0.13992875273200067,
];
const rowLength: number = 15;
const start: number = 0.03515625;
const piecesPerUnit: number = 12.641975308641975;

/** erf(x) − 9/8 x for |x| ≤ 1/2, error below 2⁻⁵⁷ x. */
export function errorTail(x: number): number {
  const t = x * x;
  return x * (s0 + t * (s1 + t * (s2 + t * (s3 + t * (s4 + t * (s5 + t * (s6 + t * (s7 + t * s8))))))));
}

/** A row's polynomial, in two chains that can run at once. */
function polynomial(row: number, h: number): number {
  const w = h * h;
  let even = at(rows, row + 14);
  even = even * w + at(rows, row + 12);
  even = even * w + at(rows, row + 10);
  even = even * w + at(rows, row + 8);
  even = even * w + at(rows, row + 6);
  even = even * w + at(rows, row + 4);
  even = even * w + at(rows, row + 2);
  let odd = at(rows, row + 13);
  odd = odd * w + at(rows, row + 11);
  odd = odd * w + at(rows, row + 9);
  odd = odd * w + at(rows, row + 7);
  odd = odd * w + at(rows, row + 5);
  odd = odd * w + at(rows, row + 3);
  return even + h * odd;
}

/**
 * from − erfc x for 1/2 ≤ x < 27.25, or erfc x if from is 0. Error below 0.85 ulp; from may be 1 or 2 if x ≤ 6.
 *
 * With t = 1 / (x + 1) in two parts, erfc x = t e^(g(t) − x²); the terms of the exponent that are not small are exact.
 */
export function fromComplement(x: number, from: number): number {
  const divisor = x + 1;
  const divisorLow = x > 1 ? 1 - (divisor - x) : x - (divisor - 1);
  const inverse = 1 / divisor;
  const t = upper(inverse);
  const divisorHigh = upper(divisor);
  const left = 1 - t * divisorHigh - t * (divisor - divisorHigh) - t * divisorLow;
  const tLow = left * inverse;
  const row = rowLength * Math.floor((inverse - start) * piecesPerUnit);
  const h = t - at(rows, row) + tLow;
  const series = polynomial(row, h);
  // Both numbers are short: the difference is exact.
  const xHigh = upper(x);
  const exponent = at(rows, row + 1) - xHigh * xHigh;
  const exponentLow = series - (x - xHigh) * (x + xHigh);
  // exponent + exponentLow = k ln 2 + r + low.
  const k = nearestMultiple(exponent + exponentLow);
  const most = exponent - k * ln2High;
  const rest = exponentLow - k * ln2Low;
  const r = most + rest;
  const part = r - most;
  const low = most - (r - part) + (rest - part);
  // e^(r + low) in two parts, as in expParts.ts.
  const rHigh = upper(r);
  const square = 0.5 * rHigh * rHigh;
  const first = 1 + r;
  const second = first + square;
  const more = r - (first - 1) + (square - (second - first)) + expRest(r, rHigh, low);
  const power = second + more;
  const powerLow = more - (power - second);
  // Times t.
  const powerHigh = upper(power);
  const product = powerHigh * t;
  const productLow = powerHigh * tLow + (power - powerHigh + powerLow) * inverse;
  if (from === 0) return scaled(product + productLow, k);
  const scale = powerOf(k);
  const subtrahend = scale * product;
  const value = from - subtrahend;
  return value + (from - value - subtrahend - scale * productLow);
}
