// Programs that are deep, and values that are used very often: no recursion overflows, and everything adds up.

import { expect, test } from 'vitest';
import {
  add,
  compile,
  cos,
  grad,
  greater,
  jvp,
  log,
  mul,
  type Operand,
  program,
  sin,
  sub,
  sum,
  tensor,
  where,
} from '../src/index.ts';

/** Operations in a chain. */
const long = 50_000;

/** Operations in the longest one. */
const longest = 1_000_000;

/** How often one value is used. */
const often = 100_000;

/** x ↦ x · 1 + tiny steps, so that the derivative is known: each step adds `step` · x. */
const step = 1e-7;

function chain(x: Operand): Operand {
  let y = x;
  for (let i = 0; i < long / 2; i++) y = add(y, mul(step, x));
  return y;
}

test(`a chain of ${long} operations runs, and is differentiated in both modes`, () => {
  const expected = 1 + (long / 2) * step;
  expect(compile(chain)(1)).toBeCloseTo(expected, 9);
  expect(grad(chain)(1)).toBeCloseTo(expected, 9);
  expect(jvp(chain)([1], [1])[1]).toBeCloseTo(expected, 9);
});

test(`a chain of ${longest} operations that depend on each other alone gives the product of all local derivatives`, {
  timeout: 300_000,
}, () => {
  const deep = (x: Operand): Operand => {
    let y = x;
    for (let i = 0; i < longest; i++) y = i % 2 === 0 ? mul(y, 1.00001) : sub(y, 1e-5);
    return y;
  };
  const slope = 1.00001 ** (longest / 2);
  expect(Math.abs(grad(deep)(0.5) / slope - 1)).toBeLessThan(1e-9);
});

test('a chain of sines gives the product of their cosines', () => {
  const small = long / 50;
  const bent = (x: Operand): Operand => {
    let y = x;
    for (let i = 0; i < small; i++) y = sin(y);
    return y;
  };
  let [value, product] = [0.5, 1];
  for (let i = 0; i < small; i++) {
    product *= Math.cos(value);
    value = Math.sin(value);
  }
  expect(Math.abs(grad(bent)(0.5) / product - 1)).toBeLessThan(1e-10);
});

test(`a value used ${often} times receives all that comes back`, () => {
  const f = (x: Operand): Operand => {
    const once = cos(x);
    let total: Operand = 0;
    for (let i = 0; i < often; i++) total = add(total, once);
    return total;
  };
  expect(grad(f)(0.5)).toBe(-Math.sin(0.5) * often);
  const g = (x: Operand): Operand => sum(f(x));
  expect(grad(g)(tensor([0, Math.PI / 2])).toArray()).toEqual([-0, -often]);
});

test(`a program of ${long} operations can be printed and checked`, () => {
  const traced = program(chain)(1);
  expect(traced.equations.length).toBeGreaterThanOrEqual(long);
  traced.check();
  expect(traced.toString().split('\n').length).toBe(traced.equations.length + 2);
});

test(`what ${often} branches choose of one value is found without overflowing the stack`, () => {
  const f = (x: Operand): Operand => {
    const once = log(x);
    const positive = greater(x, 0);
    let total: Operand = 0;
    for (let i = 0; i < often; i++) total = add(total, where(positive, once, 1));
    return total;
  };
  expect(grad(f)(0.5)).toBe(2 * often);
  expect(grad(f)(0)).toBe(0);
});
