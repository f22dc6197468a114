// A smooth curve through noisy points: a sum of Gaussian bumps, whose heights and common width are learned.
// Shows: a table of distances by broadcasting, and a width that stays positive as the exponential of a parameter.

import {
  abs,
  adam,
  add,
  compile,
  div,
  exp,
  expandDims,
  grad,
  linspace,
  matmul,
  max,
  mse,
  mul,
  neg,
  type Operand,
  random,
  sin,
  square,
  sub,
  sum,
  type Tensor,
  zeros,
} from '@chainrule/core';

const x = linspace(0, 2 * Math.PI, 40);
const y = add(sin(x), random.normal(random.key(5), [40], { std: 0.1 }));
const centres = linspace(0, 2 * Math.PI, 10);

type Model = { heights: Tensor; logWidth: number };

const curve = ({ heights, logWidth }: Model, at: Operand) => {
  const distances = div(sub(expandDims(at, 1), centres), exp(logWidth));
  return matmul(exp(neg(square(distances))), heights);
};

const loss = (model: Model) => add(mse(curve(model, x), y), mul(0.001, sum(square(model.heights))));

export let model: Model = { heights: zeros([10]), logWidth: Math.log(0.1) };
const { init, update } = adam({ learningRate: 0.05 });
let state = init(model);

const step = compile((model: Model, memory: typeof state) => update(model, grad(loss)(model), memory));
for (let i = 0; i < 500; i++) [model, state] = step(model, state);

/** The largest distance from the sine that the noise was added to, between the points too. */
const fine = linspace(0, 2 * Math.PI, 401);
export const worst: number = max(abs(sub(curve(model, fine), sin(fine)))).item();
console.log(`width ${Math.exp(model.logWidth).toFixed(2)}, never further than ${worst.toFixed(2)} from the sine`); // width 0.60, never further than 0.10 from the sine
