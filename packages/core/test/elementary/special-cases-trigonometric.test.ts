// The special cases of the trigonometric functions, their inverses and the error functions in C99, Annex F, and hard
// angles.

import { describe, expect, test } from 'vitest';
import { acos } from '../../src/elementary/acos.ts';
import { asin } from '../../src/elementary/asin.ts';
import { atan } from '../../src/elementary/atan.ts';
import { atan2 } from '../../src/elementary/atan2.ts';
import { cos } from '../../src/elementary/cos.ts';
import { erf } from '../../src/elementary/erf.ts';
import { erfc } from '../../src/elementary/erfc.ts';
import { sin } from '../../src/elementary/sin.ts';
import { tan } from '../../src/elementary/tan.ts';

const { POSITIVE_INFINITY: inf, NaN: nan, MAX_VALUE: largest } = Number;
const { PI: pi } = Math;

test.each([
  [0, 0],
  [-0, -0],
  [inf, nan],
  [-inf, nan],
  [nan, nan],
  [5e-324, 5e-324],
  [-5e-324, -5e-324],
  [2 ** -1022, 2 ** -1022],
  [pi, 1.2246467991473532e-16],
  [pi / 2, 1],
  [1e22, -0.8522008497671888],
  [largest, 0.004961954789184062],
])('sin(%d) = %d', (x, y) => {
  expect(sin(x)).toBe(y);
});

test.each([
  [0, 1],
  [-0, 1],
  [inf, nan],
  [-inf, nan],
  [nan, nan],
  [5e-324, 1],
  [pi, -1],
  [pi / 2, 6.123233995736766e-17],
  [-pi / 2, 6.123233995736766e-17],
  [1e22, 0.523214785395139],
  [largest, -0.9999876894265599],
  // Of all numbers, this one comes nearest to a multiple of π/2.
  [6381956970095103 * 2 ** 797, -4.687165924254628e-19],
])('cos(%d) = %d', (x, y) => {
  expect(cos(x)).toBe(y);
});

test.each([
  [0, 0],
  [-0, -0],
  [inf, nan],
  [-inf, nan],
  [nan, nan],
  [-5e-324, -5e-324],
  [pi, -1.2246467991473532e-16],
  [pi / 2, 16331239353195370],
  [-pi / 2, -16331239353195370],
  [1e22, -1.6287782256068988],
  [largest, -0.004962015874444895],
])('tan(%d) = %d', (x, y) => {
  expect(tan(x)).toBe(y);
});

test.each([
  [0, 0],
  [-0, -0],
  [1, pi / 2],
  [-1, -pi / 2],
  [1 + 2 ** -52, nan],
  [-1 - 2 ** -52, nan],
  [inf, nan],
  [-inf, nan],
  [nan, nan],
  [-5e-324, -5e-324],
])('asin(%d) = %d', (x, y) => {
  expect(asin(x)).toBe(y);
});

test.each([
  [0, pi / 2],
  [-0, pi / 2],
  [1, 0],
  [-1, pi],
  [1 + 2 ** -52, nan],
  [-1 - 2 ** -52, nan],
  [inf, nan],
  [-inf, nan],
  [nan, nan],
  [5e-324, pi / 2],
])('acos(%d) = %d', (x, y) => {
  expect(acos(x)).toBe(y);
});

test.each([
  [0, 0],
  [-0, -0],
  [inf, pi / 2],
  [-inf, -pi / 2],
  [nan, nan],
  [1, pi / 4],
  [-1, -pi / 4],
  [largest, pi / 2],
  [-5e-324, -5e-324],
])('atan(%d) = %d', (x, y) => {
  expect(atan(x)).toBe(y);
});

describe('atan2', () => {
  test.each([
    [0, 0, 0],
    [-0, 0, -0],
    [0, -0, pi],
    [-0, -0, -pi],
    [0, -1, pi],
    [-0, -1, -pi],
    [0, 1, 0],
    [-0, 1, -0],
    [0, inf, 0],
    [-0, -inf, -pi],
    [1, 0, pi / 2],
    [1, -0, pi / 2],
    [-1, 0, -pi / 2],
    [-1, -0, -pi / 2],
    [1, -inf, pi],
    [-1, -inf, -pi],
    [1, inf, 0],
    [-1, inf, -0],
    [inf, 1, pi / 2],
    [-inf, 1, -pi / 2],
    [inf, -0, pi / 2],
    [-inf, -1, -pi / 2],
    [inf, inf, pi / 4],
    [inf, -inf, (3 * pi) / 4],
    [-inf, inf, -pi / 4],
    [-inf, -inf, (-3 * pi) / 4],
    [nan, 1, nan],
    [1, nan, nan],
    [nan, inf, nan],
    [inf, nan, nan],
    [nan, nan, nan],
    [nan, 0, nan],
    [1, 1, pi / 4],
    [-1, -1, (-3 * pi) / 4],
    [largest, largest, pi / 4],
    [5e-324, 5e-324, pi / 4],
    [5e-324, -5e-324, (3 * pi) / 4],
    [5e-324, largest, 0],
    [-5e-324, largest, -0],
    [5e-324, -largest, pi],
    [largest, 5e-324, pi / 2],
    [2 ** -1060, 2, 2 ** -1061],
  ])('atan2(%d, %d) = %d', (y, x, angle) => {
    expect(atan2(y, x)).toBe(angle);
  });
});

test.each([
  [0, 0],
  [-0, -0],
  [inf, 1],
  [-inf, -1],
  [nan, nan],
  [largest, 1],
  [-6, -1],
  [5e-324, 5e-324],
  [-4e-323, -4.4e-323],
])('erf(%d) = %d', (x, y) => {
  expect(erf(x)).toBe(y);
});

test.each([
  [0, 1],
  [-0, 1],
  [inf, 0],
  [-inf, 2],
  [nan, nan],
  [-6, 2],
  [largest, 0],
  [27.226, 5e-324],
  [27.3, 0],
])('erfc(%d) = %d', (x, y) => {
  expect(erfc(x)).toBe(y);
});
