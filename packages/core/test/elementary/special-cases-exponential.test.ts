// The special cases of the exponential, logarithmic and hyperbolic functions in C99, Annex F, and the exact ones.

import { expect, test } from 'vitest';
import { acosh } from '../../src/elementary/acosh.ts';
import { asinh } from '../../src/elementary/asinh.ts';
import { atanh } from '../../src/elementary/atanh.ts';
import { cbrt } from '../../src/elementary/cbrt.ts';
import { cosh } from '../../src/elementary/cosh.ts';
import { exp } from '../../src/elementary/exp.ts';
import { exp2 } from '../../src/elementary/exp2.ts';
import { expm1 } from '../../src/elementary/expm1.ts';
import { log } from '../../src/elementary/log.ts';
import { log1p } from '../../src/elementary/log1p.ts';
import { log2 } from '../../src/elementary/log2.ts';
import { log10 } from '../../src/elementary/log10.ts';
import { logAddExp } from '../../src/elementary/logAddExp.ts';
import { pow } from '../../src/elementary/pow.ts';
import { sigmoid } from '../../src/elementary/sigmoid.ts';
import { sinh } from '../../src/elementary/sinh.ts';
import { softplus } from '../../src/elementary/softplus.ts';
import { tanh } from '../../src/elementary/tanh.ts';

const { POSITIVE_INFINITY: inf, NaN: nan } = Number;

test.each([
  [0, 1],
  [-0, 1],
  [inf, inf],
  [-inf, 0],
  [nan, nan],
  [710, inf],
  [-746, 0],
  [709.782712893384, 1.7976931348622732e308],
  [-745.1332191019411, 5e-324],
])('exp(%d) = %d', (x, y) => {
  expect(exp(x)).toBe(y);
});

test.each([
  [1, 0],
  [0, -inf],
  [-0, -inf],
  [inf, inf],
  [-1, nan],
  [-inf, nan],
  [nan, nan],
  [5e-324, -744.4400719213812],
])('log(%d) = %d', (x, y) => {
  expect(log(x)).toBe(y);
});

test.each([
  [nan, 0, 1],
  [nan, -0, 1],
  [1, nan, 1],
  [1, inf, 1],
  [-1, inf, 1],
  [-1, -inf, 1],
  [0.5, inf, 0],
  [2, inf, inf],
  [-2, -inf, 0],
  [0.5, -inf, inf],
  [0, -3, inf],
  [-0, -3, -inf],
  [-0, -2, inf],
  [0, -0.5, inf],
  [-0, 3, -0],
  [-0, 2, 0],
  [0, 2.5, 0],
  [inf, 2, inf],
  [inf, -2, 0],
  [-inf, 3, -inf],
  [-inf, 2, inf],
  [-inf, -3, -0],
  [-inf, -2, 0],
  [-2, 3, -8],
  [-2, 4, 16],
  [-2, 0.5, nan],
  [nan, 1, nan],
  [2, nan, nan],
  [2, 1024, inf],
  [2, -1074, 5e-324],
  [2, -1076, 0],
  [-2, 1025, -inf],
  [1e300, 1e300, inf],
  [0.5, 1e300, 0],
  [-1, 2 ** 53, 1],
  [-1, 2 ** 53 - 1, -1],
  [3, 2, 9],
  [10, 308, 1e308],
])('pow(%d, %d) = %d', (x, y, z) => {
  expect(pow(x, y)).toBe(z);
});

test('pow(x, 2) is x · x', () => {
  for (let i = 1; i < 1000; i++) expect(pow(Math.sin(i), 2)).toBe(Math.sin(i) * Math.sin(i));
});

test.each([
  [0, 1],
  [-0, 1],
  [inf, inf],
  [-inf, 0],
  [nan, nan],
  [1024, inf],
  [-1074, 5e-324],
  [-1075, 0],
  [-1074.9999999999998, 5e-324],
  [1023.9999999999999, 1.7976931348621742e308],
  [5e-324, 1],
  [-1e300, 0],
])('exp2(%d) = %d', (x, y) => {
  expect(exp2(x)).toBe(y);
});

test.each([
  [0, 0],
  [-0, -0],
  [nan, nan],
  [5e-324, 5e-324],
  [-5e-324, -5e-324],
  [2.3e-308, 2.3e-308],
  [-1e-300, -1e-300],
  [inf, inf],
  [-inf, -1],
  [-37, -0.9999999999999999],
  [-38, -1],
  [-1e300, -1],
  [709.782712893384, 1.7976931348622732e308],
  [709.7827128933841, inf],
])('expm1(%d) = %d', (x, y) => {
  expect(expm1(x)).toBe(y);
});

test.each([
  [1, 0],
  [0, -inf],
  [-0, -inf],
  [inf, inf],
  [-1, nan],
  [-inf, nan],
  [nan, nan],
  [5e-324, -1074],
  [Number.MAX_VALUE, 1024],
])('log2(%d) = %d', (x, y) => {
  expect(log2(x)).toBe(y);
});

test.each([
  [1, 0],
  [0, -inf],
  [-0, -inf],
  [inf, inf],
  [-1, nan],
  [-inf, nan],
  [nan, nan],
  [5e-324, -323.3062153431158],
  [Number.MAX_VALUE, 308.25471555991675],
])('log10(%d) = %d', (x, y) => {
  expect(log10(x)).toBe(y);
});

test.each([
  [0, 0],
  [-0, -0],
  [nan, nan],
  [5e-324, 5e-324],
  [-5e-324, -5e-324],
  [2.3e-308, 2.3e-308],
  [-1e-300, -1e-300],
  [inf, inf],
  [-1, -inf],
  [-1.0000000000000002, nan],
  [-inf, nan],
  [Number.MAX_VALUE, 709.782712893384],
  [-0.9999999999999999, -36.7368005696771],
])('log1p(%d) = %d', (x, y) => {
  expect(log1p(x)).toBe(y);
});

test.each([
  [0, 0],
  [-0, -0],
  [nan, nan],
  [inf, inf],
  [-inf, -inf],
  [-8, -2],
  [1e-300, 1e-100],
  [2 ** -1074, 2 ** -358],
  [-(2 ** -1065), -(2 ** -355)],
  [2 ** 1023, 2 ** 341],
])('cbrt(%d) = %d', (x, y) => {
  expect(cbrt(x)).toBe(y);
});

test.each([
  [0, 0],
  [-0, -0],
  [nan, nan],
  [5e-324, 5e-324],
  [-5e-324, -5e-324],
  [2.3e-308, 2.3e-308],
  [-1e-300, -1e-300],
  [inf, inf],
  [-inf, -inf],
  [711, inf],
  [-711, -inf],
  [710.4758600739439, 1.7976931348621744e308],
])('sinh(%d) = %d', (x, y) => {
  expect(sinh(x)).toBe(y);
});

test.each([
  [0, 1],
  [-0, 1],
  [nan, nan],
  [inf, inf],
  [-inf, inf],
  [711, inf],
  [-1e300, inf],
  [1e-300, 1],
  [-710.4758600739439, 1.7976931348621744e308],
])('cosh(%d) = %d', (x, y) => {
  expect(cosh(x)).toBe(y);
});

test.each([
  [0, 0],
  [-0, -0],
  [nan, nan],
  [5e-324, 5e-324],
  [-5e-324, -5e-324],
  [2.3e-308, 2.3e-308],
  [-1e-300, -1e-300],
  [inf, 1],
  [-inf, -1],
  [19, 0.9999999999999999],
  [19.1, 1],
  [-1e300, -1],
])('tanh(%d) = %d', (x, y) => {
  expect(tanh(x)).toBe(y);
});

test.each([
  [0, 0],
  [-0, -0],
  [nan, nan],
  [5e-324, 5e-324],
  [-5e-324, -5e-324],
  [2.3e-308, 2.3e-308],
  [-1e-300, -1e-300],
  [inf, inf],
  [-inf, -inf],
  [Number.MAX_VALUE, 710.475860073944],
  [-Number.MAX_VALUE, -710.475860073944],
])('asinh(%d) = %d', (x, y) => {
  expect(asinh(x)).toBe(y);
});

test.each([
  [1, 0],
  [inf, inf],
  [nan, nan],
  [0.9999999999999999, nan],
  [0, nan],
  [-1, nan],
  [-inf, nan],
  [1.0000000000000002, 2.1073424255447014e-8],
  [Number.MAX_VALUE, 710.475860073944],
])('acosh(%d) = %d', (x, y) => {
  expect(acosh(x)).toBe(y);
});

test.each([
  [0, 0],
  [-0, -0],
  [nan, nan],
  [5e-324, 5e-324],
  [-5e-324, -5e-324],
  [2.3e-308, 2.3e-308],
  [-1e-300, -1e-300],
  [1, inf],
  [-1, -inf],
  [1.0000000000000002, nan],
  [-inf, nan],
  [inf, nan],
  [0.9999999999999999, 18.714973875118524],
])('atanh(%d) = %d', (x, y) => {
  expect(atanh(x)).toBe(y);
});

test.each([
  [0, 0.5],
  [-0, 0.5],
  [inf, 1],
  [-inf, 0],
  [nan, nan],
  [-745, 5e-324],
  [-746, 0],
  [-800, 0],
  [1e300, 1],
  [37, 0.9999999999999999],
  [38, 1],
])('sigmoid(%d) = %d', (x, y) => {
  expect(sigmoid(x)).toBe(y);
});

test.each([
  [0, Math.LN2],
  [-0, Math.LN2],
  [inf, inf],
  [-inf, 0],
  [nan, nan],
  [-745, 5e-324],
  [-746, 0],
  [1e300, 1e300],
  [-1e300, 0],
])('softplus(%d) = %d', (x, y) => {
  expect(softplus(x)).toBe(y);
});

test.each([
  [-inf, -inf, -inf],
  [inf, 0, inf],
  [-inf, inf, inf],
  [inf, inf, inf],
  [-inf, 3, 3],
  [3, -inf, 3],
  [nan, 1, nan],
  [inf, nan, nan],
  [nan, -inf, nan],
  [0, 0, Math.LN2],
  [-0, -inf, 0],
  [-inf, -0, 0],
  [Number.MAX_VALUE, Number.MAX_VALUE, Number.MAX_VALUE],
  [Number.MAX_VALUE, -Number.MAX_VALUE, Number.MAX_VALUE],
  [-Number.MAX_VALUE, -Number.MAX_VALUE, -Number.MAX_VALUE],
  [1000, 1000, 1000.6931471805599],
  [-1000, -1000, -999.3068528194401],
  [0, -745, 5e-324],
  [0, -1000, 0],
  [-0, -1000, 0],
])('logAddExp(%d, %d) = %d', (x, y, z) => {
  expect(logAddExp(x, y)).toBe(z);
});

test('logAddExp near its zero keeps an error far below an ulp of its arguments', () => {
  // log 2 − Math.LN2, from the digits of log 2.
  expect(Math.abs(logAddExp(-Math.LN2, -Math.LN2) - 2.319046813846299e-17)).toBeLessThan(2 ** -57);
});

test('powers of two and ten, and cubes, are exact', () => {
  for (let k = -1074; k < 1024; k++) {
    expect(exp2(k)).toBe(2 ** k);
    expect(log2(2 ** k)).toBe(k);
  }
  for (let k = 0; k <= 22; k++) expect(log10(10 ** k)).toBe(k);
  for (let n = -208063; n <= 208063; n += 77) expect(cbrt(n * n * n)).toBe(n);
});
