// Long programs of single numbers, which run equation by equation when they are called directly.

import { expect, test } from 'vitest';
import { add, astype, compile, grad, greater, mul, type Operand, sin, sub, sum, tensor, where } from '../src/index.ts';

/** Enough for a gradient of more than 20,000 equations. */
const rounds = 1250;

test('what runs equation by equation, called directly, gives the bits of the compiled program', () => {
  const mixed = (x: Operand): Operand => {
    let y = x;
    for (let i = 0; i < rounds; i++) {
      const whole = astype(mul(y, 3), 'i32');
      const single = astype(sin(add(y, i)), 'f32');
      y = where(greater(y, 1), mul(sub(y, single), 0.5), add(single, mul(whole, 0.25)));
    }
    return astype(y, 'f64');
  };
  const compiled = compile(grad(mixed));
  for (const x of [0.5, -0, Number.NaN]) expect(grad(mixed)(x)).toBe(compiled(x));
  // Where numbers come as tensors, or arrays have a part in it, the program is lowered as any other.
  expect(grad(mixed)(tensor(0.5)).item()).toBe(grad(mixed)(0.5));
  expect(grad((x: Operand) => add(mixed(x), sum(mul(x, [1, 2]))))(0.5)).toBe(Number(grad(mixed)(0.5)) + 3);
});
