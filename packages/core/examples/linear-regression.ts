// Fits the line y = a x + b to five points by gradient descent.
// Shows: a loss written with the library's operations, its gradient by `grad`, and a step made fast by `compile`.

import { add, compile, grad, mse, mul, sub } from '@chainrule/core';

const x = [-2, -1, 0, 1, 2];
const y = [-3.1, -0.9, 1.2, 2.8, 5];

type Line = { a: number; b: number };

const loss = ({ a, b }: Line) => mse(add(mul(a, x), b), y);

const step = compile((line: Line): Line => {
  const { a, b } = grad(loss)(line);
  return { a: sub(line.a, mul(0.1, a)), b: sub(line.b, mul(0.1, b)) };
});

export let line: Line = { a: 0, b: 0 };
for (let i = 0; i < 200; i++) line = step(line);

console.log(`y = ${line.a.toFixed(3)} x + ${line.b.toFixed(3)}`); // y = 1.990 x + 1.000
